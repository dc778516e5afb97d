import { expect, it } from "vitest";
import { mostSeries, seriesWanted } from "./most-series";
import { samplePanel } from "./testing/sample-panel";

const wanted = (raw: object, target: object = {}) => {
  const panel = samplePanel({ type: "timeseries", targets: [{ refId: "A", expr: "up", ...target }], ...raw });
  const [first] = panel.targets;
  return first && seriesWanted(panel, first);
};

it("limits what is drawn series by series, not what is listed, summed up or transformed", () => {
  expect(wanted({})).toBe(mostSeries);
  expect(wanted({ type: "stat" })).toBe(mostSeries);
  expect(wanted({ type: "heatmap" })).toBe(Number.POSITIVE_INFINITY);
  expect(wanted({ type: "histogram" })).toBe(Number.POSITIVE_INFINITY);
  expect(wanted({ type: "table" }, { format: "table" })).toBe(Number.POSITIVE_INFINITY);
  expect(wanted({ transformations: [{ id: "reduce", options: {} }] })).toBe(Number.POSITIVE_INFINITY);
});
