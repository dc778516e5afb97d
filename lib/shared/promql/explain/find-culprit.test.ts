import { describe, expect, it } from "vitest";
import { type ExpressionNode, expressionTree, nodesOf } from "./expression-tree";
import { findCulprit } from "./find-culprit";

/** Series exist of metrics whose name begins with `has`; `full` are the texts of inner nodes that give some. */
function culpritOf(expr: string, full: string[] = []): string {
  const hasSeries = ({ kind, text }: ExpressionNode) =>
    kind === "selector" ? text.startsWith("has") : full.includes(text);
  return findCulprit(expressionTree(expr), hasSeries).text;
}

describe("findCulprit", () => {
  it.each([
    ["sum(rate(none[5m]))", [], "none"],
    ["sum(rate(has_a[1s]))", [], "has_a[1s]"],
    ["sum(rate(has_a[1m]))", ["has_a[1m]"], "rate(has_a[1m])"],
    ["has_a / none", [], "none"],
    ["none / has_a", [], "none"],
    ["has_a / has_b", [], "has_a / has_b"],
    ["(has_a > 5) or none", [], "has_a > 5"],
    ["has_a unless has_b", [], "has_a unless has_b"],
    ["none unless has_b", [], "none"],
    ["absent(has_a)", [], "absent(has_a)"],
    ["absent(none) > 2", ["absent(none)"], "absent(none) > 2"],
    ["topk(3, none)", [], "none"],
    ["histogram_quantile(0.9, sum(has_b))", ["sum(has_b)"], "histogram_quantile(0.9, sum(has_b))"],
    ["vector(scalar(none)) > 1", ["vector(scalar(none))"], "vector(scalar(none)) > 1"],
    ["max_over_time(rate(none[5m])[1h:1m])", [], "none"],
  ])("%s with %j: %s", (expr, full, culprit) => {
    expect(culpritOf(expr, full)).toBe(culprit);
  });
});

it("follows from the parts what was not counted", () => {
  const hasSeries = ({ kind, text }: ExpressionNode) => (kind === "selector" ? text.startsWith("has") : null);
  const culpritOf = (expr: string) => findCulprit(expressionTree(expr), hasSeries).text;
  expect(culpritOf("sum((none or nothing) * 2) unless has_a")).toBe("none");
  expect(culpritOf("sum((none or has_a) * 2) > 5")).toBe("sum((none or has_a) * 2) > 5");
  expect(culpritOf("(absent(none) or has_a) / (has_b and none)")).toBe("none");
});

describe("expressionTree", () => {
  const shape = (expr: string) =>
    nodesOf(expressionTree(expr)).map(({ kind, text, gives }) => `${kind} ${gives} ${text}`);

  it("leaves brackets out and keeps offset and @ with what they move", () => {
    expect(shape('((rate(a{x="1"}[5m] offset 1h @ 60)))')).toEqual([
      'function vector rate(a{x="1"}[5m] offset 1h @ 60)',
      'matrix range a{x="1"}[5m] offset 1h @ 60',
      'selector vector a{x="1"} offset 1h @ 60',
    ]);
  });

  it("knows numbers from vectors, and the clauses of an operator", () => {
    expect(shape("1 + 2 * scalar(a)")[0]).toBe("binary scalar 1 + 2 * scalar(a)");
    const root = expressionTree("a > bool on (x) group_left (y) (b)");
    expect([root.word, root.modifier, root.children.map(({ text }) => text)]).toEqual([
      ">",
      "on (x) group_left (y)",
      ["a", "b"],
    ]);
    expect(expressionTree("sum by (le) (a)").modifier).toBe("by (le)");
  });
});
