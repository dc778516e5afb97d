import { describe, expect, it } from "vitest";
import { consoleLink } from "@/lib/shared/dashboards/console-link";
import type { JsonObject } from "@/lib/shared/json";
import {
  sampleContext as context,
  rangeOf,
  sampleData,
  samplePanel,
} from "@/lib/shared/panels/testing/sample-panel";
import type { WireValue } from "@/lib/shared/prometheus/frame";
import { prepareTimeseries } from "./prepare";

function panelWith(defaults: JsonObject = {}, overrides: JsonObject[] = []) {
  return samplePanel({
    type: "timeseries",
    targets: [{ refId: "A", expr: "up", legendFormat: "{{name}}" }],
    fieldConfig: { defaults, overrides },
  });
}

const dataOf = (series: Record<string, WireValue[]>) => sampleData({ A: rangeOf(series) });

function override(name: string, id: string, value: string): JsonObject {
  return { matcher: { id: "byName", options: name }, properties: [{ id, value }] };
}

describe("prepareTimeseries", () => {
  it("draws no series and still shows the whole range when there is no data", () => {
    const model = prepareTimeseries(panelWith(), dataOf({}), context);
    expect(model.series).toEqual([]);
    expect(model.range).toEqual(context.range);
  });

  it("names and colours series in the order of the classic palette", () => {
    const model = prepareTimeseries(panelWith(), dataOf({ api: [1, 2], web: [3, 4] }), context);
    expect(model.series.map(({ name, color }) => [name, color.toLowerCase()])).toEqual([
      ["api", "#73bf69"],
      ["web", "#f2cc0c"],
    ]);
    expect(model.timesMs).toEqual([0, 10_000]);
  });

  it("keeps the panel's own time zone, and turns the hues of a gradient", () => {
    const panel = panelWith({ custom: { gradientMode: "hue" } });
    const model = prepareTimeseries(
      { ...panel, options: { timezone: ["Asia/Tokyo"] } },
      dataOf({ api: [1] }),
      context,
    );
    expect(model.timeZone).toBe("Asia/Tokyo");
    expect(model.series[0]?.hues).toEqual(["#8dce96", "#6dac49"]);
    const plain = prepareTimeseries(panelWith(), dataOf({ api: [1] }), context);
    expect([plain.timeZone, plain.series[0]?.hues]).toEqual([context.timeZone, null]);
  });

  it("gives each unit an axis, the first left and the others right", () => {
    const panel = panelWith({ unit: "s" }, [override("web", "unit", "percent")]);
    const model = prepareTimeseries(panel, dataOf({ api: [1, 2], web: [3, 4], db: [5, 6] }), context);
    expect(model.scales.map(({ placement }) => placement)).toEqual(["left", "right"]);
    expect(model.series.map(({ scaleKey }) => model.scales.findIndex(({ key }) => key === scaleKey))).toEqual(
      [0, 1, 0],
    );
    expect(model.scales[1]?.format(50)).toBe("50%");
    expect(model.legend.entries.map(({ onRight = false }) => onRight)).toEqual([false, true, false]);
    const allRight = prepareTimeseries(
      panelWith({ custom: { axisPlacement: "right" } }),
      dataOf({ api: [1], web: [2] }),
      context,
    );
    expect(allRight.legend.entries.map(({ onRight = false }) => onRight)).toEqual([true, true]);
  });

  it("plots below zero what is transformed, and reports it as measured", () => {
    const panel = panelWith({}, [override("out", "custom.transform", "negative-Y")]);
    const model = prepareTimeseries(panel, dataOf({ in: [1, 2], out: [3, null] }), context);
    expect(model.series[1]?.plotted).toEqual([-3, null]);
    expect(model.series[1]?.raw).toEqual([3, null]);
    expect(model.scales[0]?.bounds[0]).toBeLessThanOrEqual(-3);
  });

  it("stacks visible series only and fills between neighbours", () => {
    const panel = panelWith({ custom: { stacking: { mode: "normal", group: "A" } } });
    const data = dataOf({ a: [1, 1], b: [2, 2], c: [4, 4] });
    const all = prepareTimeseries(panel, data, context);
    expect(all.series.map(({ plotted }) => plotted[0])).toEqual([1, 3, 7]);
    expect(all.bands.map(({ upper, lower }) => [upper, lower])).toEqual([
      [1, 0],
      [2, 1],
    ]);
    const without = prepareTimeseries(panel, data, context, new Set(["A/b"]));
    expect(without.series.map(({ visible }) => visible)).toEqual([true, false, true]);
    expect(without.series[2]?.plotted[0]).toBe(5);
    expect(without.bands.map(({ upper, lower }) => [upper, lower])).toEqual([[2, 0]]);
    expect(without.series[2]?.color).toBe(all.series[2]?.color);
  });

  it("shows shares between 0 and 100 % when stacked by percent", () => {
    const panel = panelWith({ unit: "bytes", custom: { stacking: { mode: "percent", group: "A" } } });
    const model = prepareTimeseries(panel, dataOf({ a: [1, 0], b: [3, 0] }), context);
    expect(model.series.map(({ plotted }) => plotted)).toEqual([
      [0.25, 0],
      [1, 0],
    ]);
    expect(model.scales[0]?.bounds).toEqual([0, 1]);
    expect(model.scales[0]?.format(0.5)).toBe("50%");
  });

  it("bounds the axis by what is visible", () => {
    const data = dataOf({ small: [1, 2], large: [1e15, 1e15] });
    expect(prepareTimeseries(panelWith(), data, context).scales[0]?.bounds[1]).toBeGreaterThanOrEqual(1e15);
    expect(
      prepareTimeseries(panelWith(), data, context, new Set(["A/large"])).scales[0]?.bounds[1],
    ).toBeLessThan(10);
  });

  it("turns NaN and infinities into gaps of the line and keeps them in the tooltip", () => {
    const model = prepareTimeseries(panelWith(), dataOf({ a: [1, "NaN", "+Inf", 2] }), context);
    expect(model.series[0]?.plotted).toEqual([1, null, null, 2]);
    expect(model.series[0]?.raw).toEqual([1, Number.NaN, Number.POSITIVE_INFINITY, 2]);
    expect(model.scales[0]?.bounds.every(Number.isFinite)).toBe(true);
  });

  it("survives a series without any value", () => {
    const model = prepareTimeseries(panelWith(), dataOf({ a: [null, null] }), context);
    expect(model.series[0]?.plotted).toEqual([null, null]);
    expect(model.scales[0]?.bounds).toEqual([0, 100]);
  });

  it("fills down to a named series, and nothing when that series is missing", () => {
    const data = dataOf({ low: [1], high: [2] });
    const filled = prepareTimeseries(
      panelWith({}, [override("high", "custom.fillBelowTo", "low")]),
      data,
      context,
    );
    expect(filled.bands).toEqual([{ upper: 1, lower: 0, fill: null, down: false }]);
    expect(filled.series[1]?.fillOpacity).toBeCloseTo(0.35);
    const missing = prepareTimeseries(
      panelWith({ custom: { fillOpacity: 20 } }, [override("high", "custom.fillBelowTo", "gone")]),
      data,
      context,
    );
    expect(missing.series[1]?.fillOpacity).toBe(0);
  });

  it("places thresholds on the scale, percentages between its ends", () => {
    const panel = panelWith({
      min: 0,
      max: 200,
      custom: { thresholdsStyle: { mode: "dashed+area" } },
      thresholds: {
        mode: "percentage",
        steps: [
          { value: null, color: "green" },
          { value: 80, color: "red" },
        ],
      },
    });
    const thresholds = prepareTimeseries(panel, dataOf({ a: [1] }), context).scales[0]?.thresholds;
    expect(thresholds).toMatchObject({ lines: "dashed", areas: true });
    expect(thresholds?.stops[1]?.value).toBe(160);
  });

  it("takes odd settings as their defaults", () => {
    const panel = panelWith({
      custom: { lineWidth: "thick", stacking: "yes", spanNulls: null, axisSoftMin: "5" },
    });
    const [series] = prepareTimeseries(panel, dataOf({ a: [10, 20] }), context).series;
    expect(series).toMatchObject({ lineWidth: 1, spanGaps: false });
  });

  it("draws gaps as zero where an old graph says so, and counts them as zero", () => {
    const panel = samplePanel({
      type: "graph",
      nullPointMode: "null as zero",
      legend: { show: true, values: true, min: true },
      targets: [{ refId: "A", expr: "up", legendFormat: "{{name}}" }],
    });
    const model = prepareTimeseries(panel, dataOf({ api: [4, null, 2] }), context);
    expect(model.series[0]?.plotted).toEqual([4, 0, 2]);
    expect(model.legend.entries[0]?.values[0]?.text).toBe("0");
  });

  it("colours series in the order of the targets, whatever their letters", () => {
    const targets = ["B", "A"].map((refId) => ({ refId, expr: "up", legendFormat: refId }));
    const data = sampleData({ A: rangeOf({ one: [1] }), B: rangeOf({ two: [2] }) });
    const model = prepareTimeseries(samplePanel({ type: "timeseries", targets }), data, context);
    expect(model.series.map(({ name }) => name)).toEqual(["B", "A"]);
  });

  it("stacks by every mode that is not none, as Grafana does", () => {
    const panel = panelWith({ custom: { stacking: { mode: "value", group: "A" } } });
    const model = prepareTimeseries(panel, dataOf({ api: [1], web: [2] }), context);
    expect(model.series[1]?.plotted).toEqual([3]);
  });

  it("leads from a sample to where its data link says, and nowhere that runs script", () => {
    const links = [
      { title: "$env ${__field.labels.name}", url: "/d/abc?var-x=${__field.labels.name}&t=${__value.time}" },
      { title: "bad", url: "javascript:alert(1)" },
    ];
    const model = prepareTimeseries(panelWith({ links }), dataOf({ "a b": [1, 2] }), {
      ...context,
      linkTo: (url) => consoleLink(url, "acme"),
    });
    expect(model.series[0]?.links?.(1)).toEqual([
      { title: "prod a b", url: "/t/acme/d/abc?var-x=a%20b&t=10000", newTab: false },
    ]);
    expect(prepareTimeseries(panelWith(), dataOf({ a: [1] }), context).series[0]?.links).toBeNull();
  });

  it("draws the first five hundred series and says how many more there are", () => {
    const many = Object.fromEntries(Array.from({ length: 1_200 }, (_, i) => [`s${i}`, [i, i + 1]]));
    const model = prepareTimeseries(panelWith(), dataOf(many), context);
    expect([model.series.length, model.leftOut]).toEqual([500, 700]);
  });

  it("leaves out what the panel hides until the legend says otherwise, and lists it all the same", () => {
    const hide = { matcher: { id: "byName", options: "web" }, properties: [] as JsonObject[] };
    hide.properties = [{ id: "custom.hideFrom", value: { viz: true, legend: false, tooltip: false } }];
    const data = dataOf({ api: [1, 2], web: [3, 4] });
    const first = prepareTimeseries(panelWith({}, [hide]), data, context);
    expect(first.series.map(({ visible }) => visible)).toEqual([true, false]);
    expect([...first.hidden]).toEqual([first.series[1]?.key]);
    expect(first.legend.entries).toHaveLength(2);
    const shown = prepareTimeseries(panelWith({}, [hide]), data, context, new Set());
    expect(shown.series.map(({ visible }) => visible)).toEqual([true, true]);
  });
});
