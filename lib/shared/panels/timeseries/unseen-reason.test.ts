import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/shared/json";
import { rangeOf, sampleContext, sampleData, samplePanel } from "@/lib/shared/panels/testing/sample-panel";
import type { WireValue } from "@/lib/shared/prometheus/frame";
import { prepareTimeseries } from "./prepare";

function reasonFor(values: WireValue[], custom: JsonObject = {}, hidden: string[] = []) {
  const panel = samplePanel({
    type: "timeseries",
    targets: [{ refId: "A", expr: "up" }],
    fieldConfig: { defaults: { custom }, overrides: [] },
  });
  return prepareTimeseries(panel, sampleData({ A: rangeOf({ a: values }) }), sampleContext, new Set(hidden))
    .unseen;
}

const log = { scaleDistribution: { type: "log", log: 10 } };

describe("unseenReason", () => {
  it("says so where no value is a number", () => {
    expect(reasonFor(["NaN", "+Inf", "-Inf"])).toBe("no_numbers");
  });

  it("says so where a logarithmic axis has no place for any value", () => {
    expect(reasonFor([0, -1], log)).toBe("not_positive");
    expect(reasonFor([0, -1])).toBeNull();
  });

  it("says nothing where something is drawn, nothing was measured, or the legend hides it", () => {
    expect(reasonFor(["NaN", 1], log)).toBeNull();
    expect(reasonFor([null, null])).toBeNull();
    expect(reasonFor([])).toBeNull();
  });
});
