import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import type { JsonObject } from "@/lib/shared/json";
import type { MetricFacts } from "../lint-facts";

/** A dashboard in which a rule finds something, and one like it in which it finds nothing. */
export interface RuleExample {
  bad: DashboardDocument;
  good: DashboardDocument;
  metrics?: MetricFacts;
}

const board = (more: JsonObject = {}): DashboardDocument => ({
  uid: "web",
  title: "Web",
  tags: ["web"],
  templating: { list: [datasourceVariable] },
  panels: [panel({})],
  ...more,
});
const datasourceVariable = { name: "DS", type: "datasource", query: "prometheus" };
const panel = (more: JsonObject): JsonObject => ({
  id: 1,
  type: "timeseries",
  title: "Requests",
  description: "Requests a second.",
  datasource: { type: "prometheus", uid: "${DS}" },
  gridPos: { x: 0, y: 0, w: 12, h: 8 },
  fieldConfig: { defaults: { unit: "reqps" }, overrides: [] },
  targets: [{ refId: "A", expr: "sum(rate(http_requests_total[$__rate_interval]))" }],
  ...more,
});
const one = (more: JsonObject) => board({ panels: [panel(more)] });
const query = (expr: string, more: JsonObject = {}, panelMore: JsonObject = {}) =>
  one({ targets: [{ refId: "A", expr, ...more }], ...panelMore });
const withVariables = (...list: JsonObject[]) => ({ templating: { list: [datasourceVariable, ...list] } });
const stat = { type: "stat", title: "Now" };
const defaults = (more: JsonObject) => ({
  fieldConfig: { defaults: { unit: "short", ...more }, overrides: [] },
});
const steps = (...values: (number | null)[]) => ({
  thresholds: {
    mode: "absolute",
    steps: values.map((value, index) => ({ value, color: ["green", "red", "blue"][index] ?? "red" })),
  },
});
const logs = (expr: string) =>
  one({ type: "logs", datasource: { type: "loki", uid: "l" }, targets: [{ refId: "A", expr }] });
const facts = (more: Partial<MetricFacts>): MetricFacts => ({
  types: new Map(),
  names: null,
  series: new Map(),
  recordings: [],
  ...more,
});
const job = {
  name: "job",
  type: "query",
  query: "label_values(up, job)",
  refresh: 2,
  multi: true,
  allValue: ".+",
};
const uses = (name: string) => ({ panels: [panel({ title: `Requests of $${name}` })] });

/** At least one for each rule; a test holds the table complete. */
export const ruleExamples: Record<string, RuleExample> = {
  "counter-without-rate": {
    bad: query("http_requests_total"),
    good: query("increase(http_requests_total[5m])"),
  },
  "dashboard-editable": { bad: board(), good: board({ editable: false }) },
  "dashboard-refresh": { bad: board({ refresh: "10s" }), good: board({ refresh: "1m" }) },
  "dashboard-rows": {
    bad: board({ panels: manyPanels() }),
    good: board({
      panels: [{ id: 99, type: "row", title: "All", gridPos: { x: 0, y: 0, w: 24, h: 1 } }, ...manyPanels()],
    }),
  },
  "dashboard-tags": { bad: board({ tags: [] }), good: board() },
  "dashboard-time-range": {
    bad: board({ time: { from: "now-90d", to: "now" } }),
    good: board({ time: { from: "now-6h", to: "now" } }),
  },
  "dashboard-title": { bad: board({ title: " " }), good: board() },
  "dashboard-uid": { bad: board({ uid: null }), good: board() },
  "dashboard-unique": { bad: board({ uid: "taken" }), good: board() },
  "division-guard": {
    bad: query("sum(rate(a_total[5m])) / sum(rate(b_total[5m])) * 100", {}, stat),
    good: query("sum(rate(a_total[5m])) / (sum(rate(b_total[5m])) > 0) * 100", {}, stat),
  },
  "document-shape": { bad: board({ refresh: false }), good: board({ refresh: "" }) },
  "expensive-query": {
    bad: query("max_over_time(x_bytes[7d])", {}, { type: "gauge" }),
    good: query("max_over_time(x_bytes[7d])", { instant: true, range: false }, { type: "gauge" }),
  },
  "high-cardinality": {
    bad: query("http_in_flight"),
    good: query('http_in_flight{path="/"}'),
    metrics: facts({ series: new Map([["http_in_flight", 12_000]]) }),
  },
  "histogram-quantile-le": {
    bad: query("histogram_quantile(0.9, sum by (job) (rate(x_bucket[$__rate_interval])))"),
    good: query("histogram_quantile(0.9, sum by (job, le) (rate(x_bucket[$__rate_interval])))"),
  },
  "irate-long-window": { bad: query("irate(a_total[1h])"), good: query("irate(a_total[2m])") },
  "legend-label": {
    bad: query("sum by (code) (rate(a_total[$__rate_interval]))", { legendFormat: "{{job}}" }),
    good: query("sum by (code) (rate(a_total[$__rate_interval]))", { legendFormat: "{{ code }}" }),
  },
  "matcher-multi-value": {
    bad: { ...query('up{job="$job"}'), ...withVariables(job) },
    good: { ...query('up{job=~"$job"}'), ...withVariables(job) },
  },
  "matcher-regex": { bad: query('up{job=~"web"}'), good: query('up{job=~"web.*",env="a"}') },
  "metric-unknown": {
    bad: query("http_request_total"),
    good: query("http_requests_total and on() ALERTS"),
    metrics: facts({ names: new Set(["http_requests_total"]) }),
  },
  "panel-datasource": {
    bad: one({ datasource: { type: "prometheus", uid: "prod" } }),
    good: one({ datasource: { type: "prometheus", uid: "${DS}" } }),
  },
  "panel-description": { bad: one({ description: "" }), good: board() },
  "panel-no-targets": { bad: one({ targets: [] }), good: board() },
  "panel-old-type": { bad: one({ type: "graph" }), good: board() },
  "panel-overlap": {
    bad: board({
      panels: [panel({}), panel({ id: 2, title: "Other", gridPos: { x: 6, y: 4, w: 12, h: 8 } })],
    }),
    good: board({
      panels: [panel({}), panel({ id: 2, title: "Other", gridPos: { x: 12, y: 0, w: 12, h: 8 } })],
    }),
  },
  "panel-percent-scale": {
    bad: query("a / b * 100", {}, defaults({ unit: "percentunit" })),
    good: query("a / b * 100", {}, defaults({ unit: "percent" })),
  },
  "panel-thresholds": {
    bad: one({ ...stat, ...defaults(steps(null, 80)) }),
    good: one({ ...stat, ...defaults(steps(null, 75)) }),
  },
  "panel-title": { bad: one({ title: "" }), good: board() },
  "panel-title-repeated": {
    bad: board({ panels: [panel({}), panel({ id: 2, gridPos: { x: 12, y: 0, w: 12, h: 8 } })] }),
    good: board({ panels: [panel({}), panel({ id: 2, title: "B", gridPos: { x: 12, y: 0, w: 12, h: 8 } })] }),
  },
  "panel-unit": {
    bad: query("process_resident_memory_bytes", {}, { fieldConfig: { defaults: {}, overrides: [] } }),
    good: query("process_resident_memory_bytes", {}, defaults({ unit: "bytes" })),
  },
  "panel-unit-unknown": { bad: one(defaults({ unit: "seconds" })), good: one(defaults({ unit: "widgets" })) },
  "promql-dialect": { bad: query("topk_max(3, x)"), good: query("topk(3, x)") },
  "quantile-average": {
    bad: query("avg(histogram_quantile(0.9, rate(x_bucket[$__rate_interval])))"),
    good: query("max(histogram_quantile(0.9, rate(x_bucket[$__rate_interval])))"),
  },
  "quantile-range": {
    bad: query("histogram_quantile(95, sum by (le) (rate(x_bucket[$__rate_interval])))"),
    good: query("histogram_quantile(0.95, sum by (le) (rate(x_bucket[$__rate_interval])))"),
  },
  "rate-of-aggregate": {
    bad: query("rate(sum(a_total)[5m:])"),
    good: query("sum(rate(a_total[$__rate_interval]))"),
  },
  "rate-over-gauge": {
    bad: query("rate(queue_length[$__rate_interval])"),
    good: query("deriv(queue_length[$__rate_interval])"),
    metrics: facts({ types: new Map([["queue_length", "gauge"]]) }),
  },
  "recording-rule": {
    bad: query("sum  by (job) (rate(a_total[5m])) > 0"),
    good: query("job:a:rate5m > 0"),
    metrics: facts({ recordings: [{ name: "job:a:rate5m", expr: "sum by (job) (rate(a_total[5m]))" }] }),
  },
  "selector-all-metrics": { bad: query('count({__name__=~".+"})'), good: query('count({job="web"})') },
  "target-empty": { bad: query(" "), good: board() },
  "target-instance": { bad: query("up"), good: query('up{instance=~"$instance"}') },
  "target-job": { bad: query("up"), good: query('up{job=~"${job}"}') },
  "target-logql": { bad: logs('{job="web"'), good: logs('{job="web"} |= "{"') },
  "target-logql-auto": { bad: logs('rate({job="web"}[5m])'), good: logs('rate({job="web"}[$__auto])') },
  "target-promql": { bad: query("sum(rate(x[5m])"), good: query('x{$filter} $op on (job) y{z="$z"}') },
  "target-rate-interval": {
    bad: query("rate(a_total[5m]) / rate(b_total[1m])"),
    good: query("rate(a_total[$__rate_interval]) / increase(b_total[1m])"),
  },
  "template-datasource": { bad: board({ templating: { list: [] } }), good: board() },
  "template-instance": { bad: board(), good: board(withVariables({ ...job, name: "instance" })) },
  "template-job": { bad: board(), good: board(withVariables(job)) },
  "template-label-promql": {
    bad: board(withVariables({ ...job, query: "label_values(up{job=, job)" })),
    good: board(withVariables({ ...job, query: 'label_values(up{env="$env"}, job)' })),
  },
  "template-on-time-change-reload": {
    bad: board(withVariables({ ...job, refresh: 1 })),
    good: board(withVariables(job)),
  },
  "template-tenant": {
    bad: query("sum by (tenant_id) (rate(a_total[$__rate_interval]))"),
    good: query('sum by (tenant_id) (rate(a_total{tenant_id=~"$tenant"}[$__rate_interval]))'),
  },
  "topk-bounds": {
    bad: query("topk(5, sum by (a) (x))"),
    good: query("topk(5, sum by (a) (x))", { instant: true }),
  },
  "variable-regex": {
    bad: board({ ...withVariables({ ...job, regex: "/(/" }), ...uses("job") }),
    good: board({ ...withVariables({ ...job, regex: "/(?<text>\\w+)/i" }), ...uses("job") }),
  },
  "variable-undefined": { bad: query('up{job="$job"}'), good: query('up{job=~"web$|$__all",x="$1"}') },
  "variable-unused": {
    bad: board(withVariables(job)),
    good: board({ ...withVariables(job), ...uses("job") }),
  },
};

function manyPanels(): JsonObject[] {
  return Array.from({ length: 16 }, (_, index) =>
    panel({ id: index + 1, title: `Panel ${index}`, gridPos: { x: 0, y: index * 8 + 1, w: 12, h: 8 } }),
  );
}
