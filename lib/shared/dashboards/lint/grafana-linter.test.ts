import { describe, expect, it } from "vitest";
import { type JsonPath, removeAt, setAt } from "@/lib/shared/dashboards/edit/json-path";
import type { Json, JsonObject } from "@/lib/shared/json";
import { lintDashboard } from "./lint-dashboard";

// Each rule of Grafana's own dashboard linter, with a change that it objects to, and which of our rules says so.
const matchers = '{job=~"$job", instance=~"$instance"}';
const datasource = { type: "prometheus", uid: "$datasource" };
const labelVariable = (name: string, label: string) => ({
  ...{ name, label, type: "query", query: `label_values(up, ${name})`, datasource },
  ...{ multi: true, includeAll: true, allValue: ".+", refresh: 2 },
});
const logs = { type: "loki", uid: "$loki_datasource" };
const panel = {
  ...{ id: 1, type: "timeseries", title: "Requests", description: "Requests a second.", datasource },
  gridPos: { x: 0, y: 0, w: 24, h: 8 },
  fieldConfig: { defaults: { unit: "reqps" }, overrides: [] },
  targets: [{ refId: "A", datasource, expr: `sum(rate(requests_total${matchers}[$__rate_interval]))` }],
};
const logPanel = {
  ...panel,
  ...{ id: 2, title: "Log lines", datasource: logs, gridPos: { x: 0, y: 8, w: 24, h: 8 } },
  targets: [
    { refId: "A", datasource: logs, expr: `sum(rate({job=~"$job", instance=~"$instance"} [$__auto]))` },
  ],
};
const good: JsonObject = {
  ...{ uid: "u", title: "Service", tags: ["t"], editable: false, schemaVersion: 39, refresh: "30s" },
  time: { from: "now-1h", to: "now" },
  templating: {
    list: [
      { name: "datasource", label: "Data source", type: "datasource", query: "prometheus" },
      { name: "loki_datasource", label: "Loki data source", type: "datasource", query: "loki" },
      labelVariable("job", "Job"),
      labelVariable("instance", "Instance"),
    ],
  },
  panels: [panel, logPanel],
};

const variable = (index: number, key: string): JsonPath => ["templating", "list", index, key];
const expr: JsonPath = ["panels", 0, "targets", 0, "expr"];

const judgements: [theirs: string, ours: string, path: JsonPath, bad: Json | undefined][] = [
  ["template-datasource-rule", "template-datasource", ["templating", "list"], []],
  ["template-job-rule", "template-job", variable(2, "multi"), false],
  ["template-job-rule", "template-job", variable(2, "allValue"), ".*"],
  ["template-instance-rule", "template-instance", variable(3, "name"), "host"],
  ["template-label-promql-rule", "template-label-promql", variable(2, "query"), "label_value(up, job)"],
  ["template-on-time-change-reload-rule", "template-on-time-change-reload", variable(2, "refresh"), 1],
  ["panel-datasource-rule", "panel-datasource", ["panels", 0, "datasource"], "Prometheus"],
  ["panel-title-description-rule", "panel-title", ["panels", 0, "title"], ""],
  ["panel-title-description-rule", "panel-description", ["panels", 0, "description"], undefined],
  ["panel-units-rule", "panel-unit", ["panels", 0, "fieldConfig", "defaults"], {}],
  ["panel-units-rule", "panel-unit-unknown", ["panels", 0, "fieldConfig", "defaults", "unit"], "req/s"],
  ["panel-no-targets-rule", "panel-no-targets", ["panels", 0, "targets"], undefined],
  ["target-logql-rule", "target-logql", ["panels", 1, "targets", 0, "expr"], "sum(rate({job=~"],
  [
    "target-logql-auto-rule",
    "target-logql-auto",
    ["panels", 1, "targets", 0, "expr"],
    'sum(rate({job=~"$job", instance=~"$instance"} [5m]))',
  ],
  ["target-promql-rule", "target-promql", expr, `sum(rate(requests_total${matchers}[$__rate_interval])`],
  ["target-rate-interval-rule", "target-rate-interval", expr, `sum(rate(requests_total${matchers}[5m]))`],
  [
    "target-job-rule",
    "target-job",
    expr,
    'sum(rate(requests_total{instance=~"$instance"}[$__rate_interval]))',
  ],
  [
    "target-instance-rule",
    "target-instance",
    expr,
    'sum(rate(requests_total{job=~"$job"}[$__rate_interval]))',
  ],
  ["target-counter-agg-rule", "counter-without-rate", expr, `sum(requests_total${matchers})`],
  ["uneditable-dashboard", "dashboard-editable", ["editable"], true],
];

const rulesOf = (document: JsonObject) =>
  lintDashboard(document, { mixin: true }).findings.map(({ rule }) => rule);

describe("what Grafana's own linter judges", () => {
  it.each(judgements)("%s is our %s: %j", (_, ours, path, bad) => {
    const changed = (bad === undefined ? removeAt(good, path) : setAt(good, path, bad)) as JsonObject;
    expect(rulesOf(changed)).toContain(ours);
    expect(rulesOf(good)).not.toContain(ours);
  });
});
