import { describe, expect, it } from "vitest";
import { rangeOf, sampleContext, sampleData, samplePanel } from "@/lib/shared/panels/testing/sample-panel";
import { prepareTimeseries } from "./prepare";

function stepOf(unit: string, decimals?: number): number | null | undefined {
  const panel = samplePanel({
    type: "timeseries",
    targets: [{ refId: "A", expr: "up" }],
    fieldConfig: { defaults: { unit, ...(decimals === undefined ? {} : { decimals }) }, overrides: [] },
  });
  const data = sampleData({ A: rangeOf({ a: [0, 1] }) });
  return prepareTimeseries(panel, data, sampleContext).scales[0]?.finestStep;
}

describe("finestStep", () => {
  it.each([
    ["short", 0, 1],
    ["reqps", 2, 0.01],
    ["cps", 3, 0.001],
    ["currencyUSD", 2, 0.01],
    ["percent", 0, 1],
  ])("keeps ticks of %s with %d decimals %d apart", (unit, decimals, step) => {
    expect(stepOf(unit, decimals)).toBeCloseTo(step, 12);
  });

  it("counts the decimals of a share as percent, so that 0 % to 100 % has ticks between", () => {
    expect(stepOf("percentunit", 0)).toBeCloseTo(0.01, 12);
  });

  it("leaves units alone that turn to smaller ones, and fields without decimals", () => {
    expect(stepOf("s", 0)).toBeNull();
    expect(stepOf("bytes", 0)).toBeCloseTo(1, 12);
    expect(stepOf("short")).toBeNull();
  });
});
