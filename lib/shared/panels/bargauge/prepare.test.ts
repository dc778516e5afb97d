import { describe, expect, it } from "vitest";
import { rangeOf, sampleContext, sampleData, samplePanel } from "@/lib/shared/panels/testing/sample-panel";
import { prepareBargauge } from "./prepare";

function bars(options = {}, color?: { mode: string }, { min, max } = { min: 0, max: 100 }) {
  const thresholds = {
    mode: "absolute",
    steps: [
      { color: "green", value: null },
      { color: "red", value: 50 },
    ],
  };
  return samplePanel({
    type: "bargauge",
    targets: [{ refId: "A", expr: "x", legendFormat: "{{name}}" }],
    options,
    fieldConfig: { defaults: { min, max, thresholds, ...(color ? { color } : {}) }, overrides: [] },
  });
}

describe("prepareBargauge", () => {
  const data = sampleData({ A: rangeOf({ low: [20], high: [80] }) });

  it("makes a bar a series with gradients up to the colour reached", () => {
    const model = prepareBargauge(bars(), data, sampleContext);
    expect(model.bars.map((bar) => [bar.title, bar.share, bar.color])).toEqual([
      ["low", 0.2, "#73BF69"],
      ["high", 0.8, "#F2495C"],
    ]);
    expect(model.bars[1]?.stops.map((stop) => stop.color)).toEqual(["#73BF69", "#73BF69", "#F2495C"]);
    expect(model.bars[1]?.stops[1]?.at).toBeCloseTo(0.3125);
  });

  it("colours LCD cells by their place", () => {
    const model = prepareBargauge(bars({ displayMode: "lcd" }), data, sampleContext);
    expect([0.1, 0.9].map((place) => model.bars[0]?.cellColor(place))).toEqual(["#73BF69", "#F2495C"]);
  });

  it("lights no cell below the begin of the bar or without a value, and one at it", () => {
    const some = sampleData({ A: rangeOf({ below: [-5], begin: [0], none: ["NaN"] }) });
    const panel = bars({ displayMode: "lcd", reduceOptions: { calcs: ["last"] } });
    expect(prepareBargauge(panel, some, sampleContext).bars.map(({ title, lit }) => [title, lit])).toEqual([
      ["below", false],
      ["begin", true],
      ["none", false],
    ]);
  });

  it("lights every cell where all values are the same", () => {
    const same = sampleData({ A: rangeOf({ one: [1], other: [1] }) });
    const shares = (displayMode: string) =>
      prepareBargauge(
        bars({ displayMode }, { mode: "thresholds" }, { min: 1, max: 1 }),
        same,
        sampleContext,
      ).bars.map(({ share }) => share);
    expect(shares("lcd")).toEqual([1, 1]);
    expect(shares("basic")).toEqual([0, 0]);
  });

  it("runs a scheme along the bar", () => {
    const model = prepareBargauge(bars({}, { mode: "continuous-GrYlRd" }), data, sampleContext);
    expect(model.bars[1]?.stops).toEqual([
      { at: 0, color: "#73BF69" },
      { at: 0.625, color: "#FADE2A" },
      { at: 1.25, color: "#F2495C" },
    ]);
  });

  it("has a legend only where one is asked for, and leaves out what it switched off", () => {
    expect(prepareBargauge(bars(), data, sampleContext)).toMatchObject({
      legend: { shown: false },
      entries: [],
    });
    const legend = { showLegend: true, calcs: ["max"] };
    const shown = prepareBargauge(bars({ legend }), data, sampleContext);
    expect(shown.entries).toMatchObject([
      { label: "low", color: "#73BF69", values: [{ id: "max", text: "20" }] },
      { label: "high", color: "#F2495C", values: [{ id: "max", text: "80" }] },
    ]);
    const key = shown.entries[0]?.key ?? "";
    const rest = prepareBargauge(bars({ legend }), data, sampleContext, new Set([key]));
    expect([rest.bars.length, rest.entries.length]).toEqual([1, 2]);
  });

  it("hides values and names when asked", () => {
    const model = prepareBargauge(
      bars({ valueMode: "hidden", namePlacement: "hidden" }),
      data,
      sampleContext,
    );
    expect(model).toMatchObject({ showValues: false, showNames: false });
  });
});
