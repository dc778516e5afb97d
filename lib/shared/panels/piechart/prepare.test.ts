import { describe, expect, it } from "vitest";
import { instantOf, sampleContext, sampleData, samplePanel } from "@/lib/shared/panels/testing/sample-panel";
import { preparePiechart } from "./prepare";

describe("preparePiechart", () => {
  const data = sampleData({ A: instantOf({ a: 1, b: 3, c: 0, d: "NaN", e: -2 }) });
  const legend = { displayMode: "table", values: ["value", "percent"] };
  const panel = samplePanel({
    type: "piechart",
    targets: [{ refId: "A", expr: "x", legendFormat: "{{name}}", instant: true }],
    options: { legend, displayLabels: ["percent", "name"], pieType: "donut" },
  });

  it("has a slice for each positive value, the largest first; the legend has all, and shares are of their sum", () => {
    const model = preparePiechart(panel, data, sampleContext);
    expect(model.slices.map(({ name, labels, color }) => [name, labels, color])).toEqual([
      ["b", ["b", "150%"], "#F2CC0C"],
      ["a", ["a", "50%"], "#73BF69"],
    ]);
    expect(model.donut).toBe(true);
    expect(model.entries.map(({ label, values }) => [label, ...values.map(({ text }) => text)])).toEqual([
      ["b", "3", "150%"],
      ["a", "1", "50%"],
      ["c", "0", "0%"],
      ["e", "-2", "-100%"],
    ]);
  });

  it("says where a slice leads", () => {
    const links = [{ title: "Open", url: "/x?v=${__value.raw}" }];
    const linked = {
      ...panel,
      fieldConfig: { defaults: { ...panel.fieldConfig.defaults, links }, overrides: [] },
    };
    expect(preparePiechart(linked, data, sampleContext).slices[0]?.links).toEqual([
      { title: "Open", url: "/x?v=3", newTab: false },
    ]);
  });

  it("shares out what is left when the legend hides a slice", () => {
    const positive = sampleData({ A: instantOf({ a: 1, b: 3 }) });
    const key = preparePiechart(panel, positive, sampleContext).entries[0]?.key ?? "";
    const model = preparePiechart(panel, positive, sampleContext, new Set([key]));
    expect(model.slices.map((slice) => slice.labels)).toEqual([["a", "100%"]]);
    expect(model.entries).toHaveLength(2);
  });
});
