import { describe, expect, it } from "vitest";
import {
  argumentsOf,
  bareNode,
  binaryOf,
  functionOf,
  groupingOf,
  nodesOf,
  rangeOf,
  rootOf,
  textOf,
  userOf,
} from "./nodes";
import { parsePromql } from "./parse";

function first(expr: string, name: string) {
  const [node] = nodesOf(parsePromql(expr), name);
  if (!node) throw new Error(`no ${name} in ${expr}`);
  return node;
}

describe("nodes of a parsed expression", () => {
  it("tells functions, their arguments and ranges, comments aside", () => {
    const expr = "histogram_quantile(0.9, # mostly\n rate(x[5m] offset 1h))";
    const call = first(expr, "FunctionCall");
    expect(functionOf(expr, call)).toBe("histogram_quantile");
    expect(argumentsOf(call).map((node) => textOf(expr, node))).toEqual(["0.9", "rate(x[5m] offset 1h)"]);
    expect(textOf(expr, rangeOf(first(expr, "MatrixSelector")))).toBe("5m");
    expect(functionOf(expr, userOf(first(expr, "MatrixSelector")) ?? call)).toBe("rate");
  });

  it("looks through brackets, offset and @", () => {
    const expr = "((x offset 5m))";
    const root = rootOf(parsePromql(expr));
    expect(root && textOf(expr, bareNode(root))).toBe("x");
  });

  it("reads what an aggregation keeps", () => {
    const kept = (expr: string) => groupingOf(expr, first(expr, "AggregateExpr"));
    expect(kept('sum by (a, "b.c") (x)')).toEqual({ kind: "by", labels: ["a", "b.c"] });
    expect(kept("sum(x) without ()")).toEqual({ kind: "without", labels: [] });
    expect(kept("sum(x)")).toEqual({ kind: "none", labels: [] });
  });

  it("reads both sides of an operator, whatever stands between", () => {
    const expr = "a / on (x) group_left (y) b";
    const binary = binaryOf(expr, first(expr, "BinaryExpr"));
    expect(binary && [textOf(expr, binary.left), binary.operator, textOf(expr, binary.right)]).toEqual([
      "a",
      "/",
      "b",
    ]);
  });
});
