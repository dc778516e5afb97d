import { describe, expect, it } from "vitest";
import { metricsOf } from "./metrics-of";

describe("metricsOf", () => {
  it("names every selected metric once", () => {
    expect(metricsOf('sum by (le) (rate(a_bucket{b="c"}[5m])) / (a_count > 0) + a_count')).toEqual([
      "a_bucket",
      "a_count",
    ]);
  });

  it("refuses what does not parse", () => {
    expect(() => metricsOf("sum(rate(a[5m])")).toThrow("Not PromQL");
  });
});
