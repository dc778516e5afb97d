import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskVariables } from "./mask-variables";
import { parsePromql } from "./parse";
import { type LabelRename, renameLabel } from "./rename-label";
import { type MetricRename, mentionsMetric, renameMetric } from "./rename-metric";
import { metricOf } from "./selector";
import { selectorsOf } from "./selectors-of";
import { randomExpression } from "./testing/random-expression";
import { changeText } from "./text-change";

const treeOf = (expr: string) => parsePromql(maskVariables(expr));
const metric = (expr: string, rename: MetricRename) =>
  changeText(expr, renameMetric(expr, treeOf(expr), rename));
const label = (expr: string, rename: LabelRename) =>
  changeText(expr, renameLabel(expr, treeOf(expr), rename));

describe("renaming a metric", () => {
  const rename = { from: "a", to: "new:a" };
  it.each([
    ["  sum (a) / a_total # a of a\n + a{b='a', a=\"a\"}[5m]", null],
    ["a", "new:a"],
    [
      'sum by (a) (rate(a{job="$a"}[$__rate_interval])) > a offset $a',
      'sum by (a) (rate(new:a{job="$a"}[$__rate_interval])) > new:a offset $a',
    ],
    [
      '{"a", x="a"} or {__name__="a"} or {__name__!=`a`}',
      '{"new:a", x="a"} or {__name__="new:a"} or {__name__!=`new:a`}',
    ],
    ['{__name__=~"(b|a)",__name__!~"a.*"}', '{__name__=~"(b|new:a)",__name__!~"a.*"}'],
    ["a$x + $a + ${a} + [[a]]", "a$x + $a + ${a} + [[a]]"],
    ['label_replace(a, "a", "$1", "a", "a")', 'label_replace(new:a, "a", "$1", "a", "a")'],
  ])("%s", (expr, wanted) => {
    expect(metric(expr, rename)).toBe(
      wanted ?? "  sum (new:a) / a_total # a of a\n + new:a{b='a', a=\"a\"}[5m]",
    );
  });

  it("takes the parts of a family along when asked to", () => {
    const expr = "histogram_quantile(0.9, rate(d_bucket[5m])) + d_sum / d_count + d_other";
    expect(metric(expr, { from: "d", to: "e" })).toBe(expr);
    expect(metric(expr, { from: "d", to: "e", family: true })).toBe(
      "histogram_quantile(0.9, rate(e_bucket[5m])) + e_sum / e_count + d_other",
    );
  });

  it("knows a name in a text from a part of one", () => {
    expect(mentionsMetric("topk_max(3, a)", rename)).toBe(true);
    expect(mentionsMetric("a_b + b:a + ba", rename)).toBe(false);
    expect(mentionsMetric("a_bucket", { ...rename, family: true })).toBe(true);
  });

  it("there and back is the same text, and only the metric's selectors differ", () => {
    fc.assert(
      fc.property(randomExpression, (expr) => {
        const asked = selectorsOf(expr, parsePromql(expr)).map(metricOf);
        const from = asked.find((name) => name !== null && /^[a-z_][\w:]+$/i.test(name));
        if (!from) return;
        const there = metric(expr, { from, to: "renamed_here" });
        expect(selectorsOf(there, parsePromql(there)).map(metricOf)).toEqual(
          asked.map((name) => (name === from ? "renamed_here" : name)),
        );
        expect(metric(there, { from: "renamed_here", to: from })).toBe(expr);
      }),
      { numRuns: 200 },
    );
  });
});

describe("renaming a label", () => {
  const rename = { from: "pod", to: "pod_name" };
  it.each([
    ['pod{pod="pod",x=~"$pod"}', 'pod{pod_name="pod",x=~"$pod"}'],
    [
      "sum by (pod,  job) (x) / on (pod) group_left (pod) y",
      "sum by (pod_name,  job) (x) / on (pod_name) group_left (pod_name) y",
    ],
    [
      "sum without (pod) (x) and ignoring(pod) z # pod",
      "sum without (pod_name) (x) and ignoring(pod_name) z # pod",
    ],
    ["x{'pod'=~`a`} + sum by (\"pod\") (y)", "x{'pod_name'=~`a`} + sum by (\"pod_name\") (y)"],
    [
      'label_replace(x, "pod", "$1", "pod", "(pod)")',
      'label_replace(x, "pod_name", "$1", "pod_name", "(pod)")',
    ],
    ['label_join(x, "a", "pod", "pod", "b")', 'label_join(x, "a", "pod", "pod_name", "b")'],
    ['count_values("pod", x) by ($pod)', 'count_values("pod_name", x) by ($pod)'],
  ])("%s", (expr, wanted) => {
    expect(label(expr, rename)).toBe(wanted);
  });
});
