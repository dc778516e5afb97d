import { describe, expect, it } from "vitest";
import { asExpressionKind, isExpressionKind, newExpression } from "./new-expression";

describe("newExpression", () => {
  it("works on the query before it, under a name of its own", () => {
    expect(newExpression([{ refId: "A" }, { refId: "C" }], ["A", "C"])).toEqual({
      refId: "B",
      datasource: { type: "__expr__", uid: "__expr__" },
      type: "math",
      expression: "$C",
    });
    expect(newExpression([], [])).toMatchObject({ refId: "A", expression: "" });
  });
});

describe("asExpressionKind", () => {
  const math = { refId: "B", hide: true, datasource: "__expr__", type: "math", expression: "$A * 100" };

  it("keeps name, place and input, and begins with what Grafana begins with", () => {
    expect(asExpressionKind(math, "reduce")).toEqual({
      refId: "B",
      hide: true,
      datasource: "__expr__",
      type: "reduce",
      expression: "A",
      reducer: "mean",
      settings: { mode: "dropNN" },
    });
  });

  it("comes back to math with its input, without the settings of another kind", () => {
    const reduced = asExpressionKind(math, "reduce");
    expect(asExpressionKind(reduced, "math")).toEqual({ ...math, expression: "$A" });
  });

  it("knows what is computed here", () => {
    expect(["math", "reduce", "resample", "threshold"].every(isExpressionKind)).toBe(true);
    expect(["sql", "classic_conditions", "toString", undefined].some(isExpressionKind)).toBe(false);
  });
});
