import { describe, expect, it } from "vitest";
import { rangeOf, sampleContext, sampleData, samplePanel } from "@/lib/shared/panels/testing/sample-panel";
import { arcPath, pointOnDial } from "./arc-path";
import { prepareGauge } from "./prepare";

const thresholds = {
  mode: "percentage",
  steps: [
    { color: "green", value: null },
    { color: "orange", value: 70 },
    { color: "red", value: 90 },
  ],
};

function gauge(options = {}) {
  return samplePanel({
    type: "gauge",
    title: "Load",
    targets: [{ refId: "A", expr: "x", legendFormat: "{{name}}" }],
    options: { reduceOptions: { calcs: ["lastNotNull"] }, ...options },
    fieldConfig: { defaults: { thresholds, min: 0, max: 200, unit: "short" }, overrides: [] },
  });
}

describe("prepareGauge", () => {
  it("fills the arc by the place between min and max and rings it with the thresholds", () => {
    const model = prepareGauge(
      gauge({ showThresholdLabels: true }),
      sampleData({ A: rangeOf({ a: [150] }) }),
      sampleContext,
    );
    expect(model.dials[0]).toMatchObject({
      title: "",
      text: "150",
      share: 0.75,
      color: "#FF9830",
      bands: [
        { from: 0, to: 0.7, color: "#73BF69" },
        { from: 0.7, to: 0.9, color: "#FF9830" },
        { from: 0.9, to: 1, color: "#F2495C" },
      ],
      labels: [
        { at: 0, text: "0" },
        { at: 0.7, text: "140" },
        { at: 0.9, text: "180" },
        { at: 1, text: "200" },
      ],
    });
  });

  it("keeps values outside of the dial at its ends and NaN at the start", () => {
    const model = prepareGauge(
      gauge({ reduceOptions: { calcs: ["last"] } }),
      sampleData({ A: rangeOf({ a: [900], b: [-5], c: ["NaN"] }) }),
      sampleContext,
    );
    expect(model.dials.map((dial) => [dial.title, dial.share])).toEqual([
      ["a", 1],
      ["b", 0],
      ["c", 0],
    ]);
  });
});

describe("arcPath", () => {
  it("opens downwards and is symmetrical", () => {
    const center = { x: 100, y: 100 };
    const [left, top, right] = [0, 0.5, 1].map((share) => pointOnDial(share, 50, center));
    expect(left?.y).toBe(right?.y);
    expect(top).toEqual({ x: 100, y: 50 });
    expect(arcPath(0, 1, 50, center)).toMatch(/A50,50 0 1 1/);
    expect(arcPath(0, 0.5, 50, center)).toMatch(/A50,50 0 0 1/);
  });
});
