import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/shared/json";
import { lintDashboard } from "./lint-dashboard";

const rulesFor = (expr: string, target: JsonObject = {}, panel: JsonObject = {}) =>
  lintDashboard({
    title: "T",
    templating: {
      list: [
        { name: "op", type: "custom", query: ">,<", current: { value: ">" } },
        { name: "node", type: "query", query: "label_values(up, node)", multi: true, refresh: 2 },
      ],
    },
    panels: [
      {
        id: 1,
        type: "timeseries",
        title: "P $op $node",
        targets: [{ refId: "A", expr, ...target }],
        ...panel,
      },
    ],
  }).findings.map(({ rule }) => rule);

/** What looks like a fault and is none: each of these stood in a real dashboard. */
describe("stays silent where", () => {
  it.each([
    [
      "counter-without-rate",
      "the counter only lends its labels",
      "x * on (a) group_left (b) (a_total * 0 + 1)",
    ],
    ["counter-without-rate", "the counter only chooses series", "x and on (a) a_total"],
    [
      "counter-without-rate",
      "what has started less what has ended",
      "sum(started_total) - sum(handled_total)",
    ],
    ["counter-without-rate", "it tells how long something is up", "apache_uptime_seconds_total"],
    ["counter-without-rate", "series are counted", "count(count by (a) (a_total))"],
    ["counter-without-rate", "a size is called a total", "node_memory_total - node_memory_free"],
    [
      "histogram-quantile-le",
      "VictoriaMetrics has buckets of its own",
      "histogram_quantile(0.9, sum by (vmrange) (rate(a_bucket[5m])))",
    ],
    ["histogram-quantile-le", "the histogram is native", "histogram_quantile(0.9, sum(rate(a_seconds[5m])))"],
    ["target-promql", "a variable is the operator", "a $op b"],
    ["target-promql", "a variable is the matcher", "a{$op}"],
    ["target-promql", "a variable is the window", "rate(a[$op])"],
    ["target-promql", "the engine knows more functions", "sum(range_last(a))"],
    ["target-rate-interval", "a long window smooths on purpose", "rate(a_total[1h])"],
    ["target-rate-interval", "increase counts by the hour", "increase(a_total[5m])"],
    ["matcher-regex", "the value is a pattern", 'a{b=~"c.*",d=~"1.2"}'],
    ["matcher-multi-value", "the name only begins so", 'a{b="$node_name"}'],
    ["selector-all-metrics", "a matcher narrows", '{job="a"}'],
    [
      "variable-undefined",
      "the end of a pattern is no variable",
      'a{b=~"x$|y$"} and label_replace(c, "d", "$1", "e", "(.*)")',
    ],
    ["variable-undefined", "Grafana fills it", "rate(a[$__rate_interval]) + $__range_s + ${__from:date:iso}"],
  ])("%s: %s", (rule, _, expr) => {
    expect(rulesFor(expr)).not.toContain(rule);
  });

  it("knows server-side expressions, which have no PromQL", () => {
    const expression = { datasource: { uid: "__expr__" }, type: "math", expression: "$A * 2" };
    expect(rulesFor("", expression)).not.toContain("target-empty");
    expect(rulesFor("")).toContain("target-empty");
  });

  it("knows labels that an expression may still have", () => {
    const legend = (expr: string) => rulesFor(expr, { legendFormat: "{{pod}}" }).includes("legend-label");
    for (const expr of [
      "a",
      "rate(a[5m])",
      "sum without (x) (a)",
      "sum by ($node) (a)",
      "topk(3, a)",
      'label_replace(sum(a), "pod", "x", "", "")',
      "sum by (x) (a) * on (x) group_left (pod) b",
      "sum(a) or sum by (pod) (b)",
    ]) {
      expect([expr, legend(expr)]).toEqual([expr, false]);
    }
    for (const expr of [
      "sum(a)",
      "sum by (x) (a) / 2",
      "histogram_quantile(0.9, sum by (le) (rate(a_bucket[5m])))",
    ]) {
      expect([expr, legend(expr)]).toEqual([expr, true]);
    }
  });

  it("repeats a panel by one value at a time", () => {
    expect(rulesFor('a{n="$node"}', {}, { repeat: "node" })).not.toContain("matcher-multi-value");
    expect(rulesFor('a{n="$node"}')).toContain("matcher-multi-value");
  });
});
