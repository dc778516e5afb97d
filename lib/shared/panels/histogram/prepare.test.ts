import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/shared/json";
import { rangeOf, sampleContext, sampleData, samplePanel } from "@/lib/shared/panels/testing/sample-panel";
import type { Frame } from "@/lib/shared/prometheus/frame";
import { prepareHistogram } from "./prepare";

const data = sampleData({ A: rangeOf({ a: [1, 2, 2, 9], b: [5, null, "NaN", 5] }) });
const panelWith = (options: JsonObject) =>
  samplePanel({
    type: "histogram",
    targets: [{ refId: "A", expr: "x", legendFormat: "{{name}}" }],
    fieldConfig: { defaults: { unit: "s" } },
    options,
  });

describe("prepareHistogram", () => {
  it("counts each series in shared buckets", () => {
    const model = prepareHistogram(panelWith({ bucketSize: 5 }), data, sampleContext);
    expect(model.starts).toEqual([0, 5]);
    expect(model.series.map(({ name, counts }) => [name, counts])).toEqual([
      ["a", [3, 1]],
      ["b", [0, 2]],
    ]);
    expect(model.formatValue(5)).toBe("5 s");
    expect(model.countBounds[1]).toBeGreaterThanOrEqual(3);
  });

  it("stacks series on one another, or to the whole", () => {
    const stackedBy = (mode: string) => {
      const panel = panelWith({ bucketSize: 5 });
      panel.fieldConfig.defaults.custom = { stacking: { mode } };
      return prepareHistogram(panel, data, sampleContext).series.map(({ base, top }) => [base, top]);
    };
    expect(stackedBy("normal")).toEqual([
      [
        [0, 0],
        [3, 1],
      ],
      [
        [3, 1],
        [3, 3],
      ],
    ]);
    expect(stackedBy("percent")[1]).toEqual([
      [1, 1 / 3],
      [1, 1],
    ]);
  });

  it("draws what Prometheus counted as one series, in the panel's own colour and unit", () => {
    const frame = {
      ...rangeOf({}),
      length: 2,
      counted: { kind: "linear" as const, size: 5, offset: 0 },
      series: [
        { labels: { bucket: "0" }, values: [4000, 5000] },
        { labels: { bucket: "2" }, values: [null, 10] },
      ],
    };
    const model = prepareHistogram(panelWith({}), sampleData({ A: frame as Frame }), sampleContext);
    expect([model.starts, model.series.map(({ name, counts }) => [name, counts])]).toEqual([
      [0, 5, 10],
      [["All series", [9000, 0, 10]]],
    ]);
    expect(model.series[0]?.color).toBe("#73BF69");
  });

  it("fades as told, and leaves out what an override hides", () => {
    const hide = { id: "custom.hideFrom", value: { viz: true, legend: true, tooltip: true } };
    const panel = {
      ...panelWith({ bucketSize: 5 }),
      fieldConfig: {
        defaults: { custom: { gradientMode: "opacity", fillOpacity: 50 } },
        overrides: [{ matcher: { id: "byFrameRefID", options: "B" }, properties: [hide] }],
      },
    };
    const both = sampleData({ A: rangeOf({ a: [1, 2] }), B: rangeOf({ b: [3] }) });
    const model = prepareHistogram(panel, both, sampleContext);
    expect(model.series.map(({ name }) => name)).toEqual(["a"]);
    expect(model.series[0]?.gradient?.map((color) => color.split(", ").at(-1))).toEqual(["0.5)", "0)"]);
  });

  it("draws what a transformation has counted as it was counted", () => {
    const raw = { bucketSize: 5 };
    const panel = samplePanel({
      type: "histogram",
      targets: [{ refId: "A", expr: "x", legendFormat: "{{name}}" }],
      transformations: [{ id: "histogram", options: raw }],
    });
    const model = prepareHistogram(panel, data, sampleContext);
    const plain = prepareHistogram(panelWith(raw), data, sampleContext);
    expect(model.starts).toEqual(plain.starts);
    expect(model.series.map(({ name, counts, color }) => [name, counts, color])).toEqual(
      plain.series.map(({ name, counts, color }) => [name, counts, color]),
    );
  });

  it("combines all series into one", () => {
    const model = prepareHistogram(panelWith({ bucketSize: 5, combine: true }), data, sampleContext);
    expect(model.series.map(({ counts }) => counts)).toEqual([[3, 3]]);
  });

  it("scales counts by what is visible and survives no data", () => {
    const [first] = prepareHistogram(panelWith({ bucketSize: 5 }), data, sampleContext).series;
    const model = prepareHistogram(
      panelWith({ bucketSize: 5 }),
      data,
      sampleContext,
      new Set([first?.key ?? ""]),
    );
    expect(model.series.map(({ visible }) => visible)).toEqual([false, true]);
    expect(model.countBounds[1]).toBeLessThan(3);
    expect(prepareHistogram(panelWith({}), sampleData({}), sampleContext).starts).toEqual([]);
  });
});
