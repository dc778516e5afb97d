import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/shared/json";
import {
  instantOf,
  rangeOf,
  sampleContext,
  sampleData,
  samplePanel,
} from "@/lib/shared/panels/testing/sample-panel";
import { prepareBarchart } from "./prepare";

describe("prepareBarchart", () => {
  it("takes texts as categories and numbers as series", () => {
    const panel = samplePanel({
      type: "barchart",
      targets: [{ refId: "A", expr: "x", format: "table", instant: true }],
    });
    const model = prepareBarchart(
      panel,
      sampleData({ A: instantOf({ a: 1, b: "NaN", c: 3 }) }),
      sampleContext,
    );
    expect(model.categories).toEqual(["a", "b", "c"]);
    expect(model.series.map(({ name, values, colors }) => [name, values, colors])).toEqual([
      ["Value", [1, null, 3], null],
    ]);
  });

  it("takes times as categories of series, and hides what the legend hid", () => {
    const panel = samplePanel({
      type: "barchart",
      targets: [{ refId: "A", expr: "x", legendFormat: "{{name}}" }],
    });
    const data = sampleData({ A: rangeOf({ a: [1, 2], b: [3, 4] }) });
    const model = prepareBarchart(panel, data, sampleContext);
    expect(model.categories[1]).toBe("1970-01-01 00:00:10.000");
    expect(model.ticks[1]).toBe("00:00:10");
    expect(model.series.map((one) => one.name)).toEqual(["a", "b"]);
    const key = model.series[0]?.key ?? "";
    expect(prepareBarchart(panel, data, sampleContext, new Set([key])).series.map((one) => one.name)).toEqual(
      ["b"],
    );
  });

  it("colours bars one by one where the colour follows the value", () => {
    const panel = samplePanel({
      type: "barchart",
      targets: [{ refId: "A", expr: "x", format: "table", instant: true }],
      fieldConfig: { defaults: { color: { mode: "thresholds" } }, overrides: [] },
    });
    const model = prepareBarchart(panel, sampleData({ A: instantOf({ a: 1, b: 90 }) }), sampleContext);
    expect(model.series[0]?.colors).toEqual(["#73BF69", "#F2495C"]);
  });

  it("cuts and turns labels, colours bars by another column and keeps to the field's looks", () => {
    const panel = samplePanel({
      type: "barchart",
      targets: [
        { refId: "A", expr: "x", format: "table", instant: true },
        { refId: "B", expr: "y", format: "table", instant: true },
      ],
      transformations: [{ id: "joinByField", options: { byField: "name" } }],
      options: {
        xTickLabelMaxLength: 3,
        xTickLabelRotation: -45,
        colorByField: "Value #B",
        stacking: "percent",
      },
      fieldConfig: {
        defaults: { custom: { fillOpacity: 40, axisLabel: "calls" } },
        overrides: [
          {
            matcher: { id: "byName", options: "Value #B" },
            properties: [{ id: "color", value: { mode: "thresholds" } }],
          },
        ],
      },
    });
    const data = sampleData({ A: instantOf({ apple: 1, fig: 2 }), B: instantOf({ apple: 90, fig: 3 }) });
    const model = prepareBarchart(panel, data, sampleContext);
    expect(model).toMatchObject({
      categories: ["apple", "fig"],
      ticks: ["app…", "fig"],
      tickRotation: -45,
      scales: [{ label: "calls", placement: "left", bounds: [0, 1] }],
    });
    expect(model.series.map(({ name, colors, fillOpacity }) => [name, colors, fillOpacity])).toEqual([
      ["Value #A", ["#F2495C", "#73BF69"], 0.4],
    ]);
    expect(model.scales[0]?.format(0.5)).toBe("50%");
    expect(model.series[0]?.top).toEqual([1, 1]);
    expect(model.series[0]?.gradient).toBeNull();
  });

  it("shades bars over the whole chart, and draws border and grid of its axis as told", () => {
    const chart = (custom: JsonObject) =>
      prepareBarchart(
        samplePanel({
          type: "barchart",
          targets: [{ refId: "A", expr: "x", format: "table", instant: true }],
          fieldConfig: { defaults: { custom: { fillOpacity: 60, ...custom } }, overrides: [] },
        }),
        sampleData({ A: instantOf({ a: 1 }) }),
        sampleContext,
      );
    const fading = chart({ gradientMode: "opacity", axisBorderShow: true, axisGridShow: false });
    expect(fading.series[0]?.gradient).toEqual(["rgba(115, 191, 105, 0.6)", "rgba(115, 191, 105, 0)"]);
    expect(fading.scales[0]).toMatchObject({ border: true, grid: false });
    expect(chart({ gradientMode: "hue" }).series[0]?.gradient).toHaveLength(2);
  });

  it("stacks what stands above zero and what stands below it apart, and lines up series of other times", () => {
    const raw = { type: "barchart", targets: [{ refId: "A", expr: "x", legendFormat: "{{name}}" }] };
    const stacked = samplePanel({ ...raw, options: { stacking: "normal" } });
    const data = sampleData({ A: rangeOf({ a: [1, 2], b: [3, null], c: [-1, -2], d: [-1, -1] }) });
    const { series, scales } = prepareBarchart(stacked, data, sampleContext);
    expect(series.map(({ base, top }) => [base, top])).toEqual([
      [
        [0, 0],
        [1, 2],
      ],
      [
        [1, 2],
        [4, 2],
      ],
      [
        [0, 0],
        [-1, -2],
      ],
      [
        [-1, -2],
        [-2, -3],
      ],
    ]);
    expect(scales[0]?.bounds[0]).toBeLessThanOrEqual(-3);
  });

  it("leads where the bar of a category says", () => {
    const links = [{ title: "Of ${__data.fields.name}", url: "/x?v=${__value.raw}" }];
    const panel = samplePanel({
      type: "barchart",
      targets: [{ refId: "A", expr: "x", format: "table", instant: true }],
      fieldConfig: { defaults: { links }, overrides: [] },
    });
    const model = prepareBarchart(panel, sampleData({ A: instantOf({ a: 1, b: 120 }) }), sampleContext);
    expect(model.series[0]?.links?.(1)).toMatchObject([{ title: "Of b", url: "/x?v=120" }]);
  });
});
