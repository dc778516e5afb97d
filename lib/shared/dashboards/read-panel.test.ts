import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/shared/json";
import { readPanel } from "./read-panel";

function read(raw: JsonObject) {
  return readPanel(raw, { id: 1, path: ["panels", 0], gridPos: { x: 0, y: 0, w: 12, h: 8 }, rowId: null });
}

describe("readPanel", () => {
  it("reads a graph as a time series", () => {
    const panel = read({
      type: "graph",
      stack: true,
      percentage: true,
      fill: 2,
      linewidth: 3,
      nullPointMode: "connected",
      steppedLine: true,
      legend: {
        show: true,
        values: true,
        avg: true,
        current: true,
        alignAsTable: true,
        rightSide: true,
        sort: "avg",
        sortDesc: true,
      },
      yaxes: [
        { format: "bytes", min: "0", label: "Memory", logBase: 2 },
        { format: "percent", show: true, max: 100 },
      ],
      aliasColors: { used: "#890f02" },
      seriesOverrides: [
        { alias: "/free.*/", yaxis: 2, fill: 0, dashes: true },
        { alias: "out", transform: "negative-Y" },
      ],
      thresholds: [{ op: "gt", value: "80", colorMode: "critical", fill: true, line: true }],
    });
    expect(panel.type).toBe("timeseries");
    expect(panel.storedType).toBe("graph");
    const { defaults, overrides } = panel.fieldConfig;
    expect(defaults).toMatchObject({ unit: "bytes", min: 0, color: { mode: "palette-classic" } });
    expect(defaults.custom).toMatchObject({
      drawStyle: "line",
      lineWidth: 3,
      fillOpacity: 20,
      lineInterpolation: "stepAfter",
      spanNulls: true,
      stacking: { mode: "percent", group: "A" },
      axisLabel: "Memory",
      scaleDistribution: { type: "log", log: 2 },
      thresholdsStyle: { mode: "line+area" },
    });
    expect(defaults.thresholds?.steps.map((step) => [step.value, step.color])).toEqual([
      [Number.NEGATIVE_INFINITY, "transparent"],
      [80, "red"],
    ]);
    expect(overrides.map((override) => override.matcher)).toEqual([
      { id: "byName", options: "used" },
      { id: "byRegexp", options: "/free.*/" },
      { id: "byName", options: "out" },
    ]);
    const right = Object.fromEntries((overrides[1]?.properties ?? []).map(({ id, value }) => [id, value]));
    expect(right).toMatchObject({
      "custom.fillOpacity": 0,
      "custom.axisPlacement": "right",
      unit: "percent",
      max: 100,
    });
    expect(panel.options.legend).toEqual({
      showLegend: true,
      displayMode: "table",
      placement: "right",
      calcs: ["mean", "lastNotNull"],
      sortBy: "mean",
      sortDesc: true,
    });
  });

  it("reads a single stat as a stat, or as a gauge where it shows one", () => {
    const base = {
      type: "singlestat",
      format: "percentunit",
      valueName: "avg",
      thresholds: "0.7, 0.9",
      colors: ["green", "yellow", "red"],
    };
    const valueMaps = [
      { op: "=", text: "N/A", value: "null" },
      { op: "=", text: "up", value: "1" },
    ];
    const stat = read({
      ...base,
      colorBackground: true,
      sparkline: { show: true },
      valueMaps,
      mappingType: 1,
    });
    expect(stat).toMatchObject({
      type: "stat",
      options: { colorMode: "background", graphMode: "area", reduceOptions: { calcs: ["mean"] } },
    });
    expect(stat.fieldConfig.defaults.thresholds?.steps.map((step) => step.value)).toEqual([
      Number.NEGATIVE_INFINITY,
      0.7,
      0.9,
    ]);
    expect(stat.fieldConfig.defaults.mappings).toEqual([
      { type: "special", match: "null", result: { text: "N/A" } },
      { type: "value", options: { "1": { text: "up" } } },
    ]);
    const column = (format: string) =>
      read({ ...base, tableColumn: "Value (a)", targets: [{ expr: "x", format }] }).options.reduceOptions;
    expect(column("table")).toMatchObject({ fields: "/^Value \\(a\\)$/" });
    expect(column("time_series")).toMatchObject({ fields: "" });
    const gauge = read({ ...base, gauge: { show: true, minValue: 0, maxValue: 1, thresholdLabels: true } });
    expect(gauge).toMatchObject({
      type: "gauge",
      options: { showThresholdMarkers: true, showThresholdLabels: true },
      fieldConfig: { defaults: { min: 0, max: 1, unit: "percentunit" } },
    });
  });

  it("reads the options of Grafana 6 gauges", () => {
    const fieldOptions = {
      calcs: ["last"],
      defaults: { unit: "ms", max: "500" },
      thresholds: [
        { value: 80, color: "red" },
        { value: null, color: "green" },
      ],
      mappings: [{ id: 1, type: 2, from: "0", to: "1", text: "low" }],
    };
    const panel = read({ type: "gauge", options: { fieldOptions, showThresholdLabels: true } });
    expect(panel.options).toEqual({
      reduceOptions: { calcs: ["last"], values: false },
      showThresholdLabels: true,
    });
    expect(panel.fieldConfig.defaults).toMatchObject({
      unit: "ms",
      max: 500,
      thresholds: {
        steps: [
          { value: Number.NEGATIVE_INFINITY, color: "green" },
          { value: 80, color: "red" },
        ],
      },
      mappings: [{ type: "range", from: 0, to: 1, result: { text: "low" } }],
    });
  });

  it("reads thresholds that stand as a bare list among the defaults", () => {
    const thresholds = [
      { value: null, color: "green" },
      { value: 50, color: "orange" },
    ];
    const panel = read({ type: "gauge", options: { fieldOptions: { defaults: { thresholds } } } });
    expect(panel.fieldConfig.defaults.thresholds?.steps.map(({ color }) => color)).toEqual([
      "green",
      "orange",
    ]);
  });

  it("keeps a graph's point size for the points that it asks for", () => {
    const sizeOf = (points: boolean) =>
      read({ type: "graph", points, pointradius: 5 }).fieldConfig.defaults.custom?.pointSize;
    expect(sizeOf(true)).toBe(12);
    expect(sizeOf(false)).toBeUndefined();
  });

  it("does not say the plural of a duration twice", () => {
    const postfixOf = (format: string, postfix: string) =>
      read({ type: "singlestat", format, postfix }).options.postfix;
    expect(postfixOf("s", "s")).toBeUndefined();
    expect(postfixOf("s", " ago")).toBe(" ago");
    expect(postfixOf("none", "s")).toBe("s");
  });

  it("takes empty decimals as none", () => {
    const gauge = read({ type: "gauge", fieldConfig: { defaults: { decimals: "" } } });
    expect(gauge.fieldConfig.defaults.decimals).toBe(0);
  });

  it("keeps what a graph's field options say where its axis is silent, as Grafana does", () => {
    const overrides = [
      { matcher: { id: "byName", options: "a" }, properties: [{ id: "unit", value: "percent" }] },
    ];
    const stored = { defaults: { unit: "reqps", decimals: 1, custom: {} }, overrides };
    const silent = read({ type: "graph", fieldConfig: stored, yaxes: [{ min: 0 }, {}] });
    expect(silent.fieldConfig.defaults).toMatchObject({ unit: "reqps", decimals: 1, min: 0 });
    expect(silent.fieldConfig.overrides).toEqual(overrides);
    const said = read({ type: "graph", fieldConfig: stored, yaxes: [{ format: "bytes" }] });
    expect(said.fieldConfig.defaults).toMatchObject({ unit: "bytes", decimals: 1 });
  });

  it("reads a graph's thresholds in both directions, and the buckets of one that counts", () => {
    const thresholds = (...list: JsonObject[]) =>
      read({ type: "graph", thresholds: list }).fieldConfig.defaults.thresholds?.steps;
    const above = { value: 10, op: "gt", fill: true, colorMode: "critical" };
    const below = { value: 5, op: "lt", fill: true, colorMode: "ok" };
    expect(thresholds(above, below)).toEqual([
      { value: Number.NEGATIVE_INFINITY, color: "green" },
      { value: 5, color: "transparent" },
      { value: 10, color: "red" },
    ]);
    expect(thresholds(below, { ...below, value: 8, colorMode: "warning" })).toEqual([
      { value: Number.NEGATIVE_INFINITY, color: "green" },
      { value: 5, color: "orange" },
      { value: 8, color: "transparent" },
    ]);
    const counted = read({ type: "graph", xaxis: { mode: "histogram", buckets: 10 } });
    expect(counted).toMatchObject({ type: "histogram", options: { bucketCount: 10 } });
  });

  it("gives percentages of before Grafana 8 their whole range", () => {
    const gauge = (more: JsonObject, defaults: JsonObject = { unit: "percentunit" }) =>
      read({ type: "gauge", options: {}, fieldConfig: { defaults }, ...more }).fieldConfig.defaults;
    expect(gauge({})).toMatchObject({ min: 0, max: 1 });
    expect(gauge({ pluginVersion: "7.5.3" }, { unit: "percent", min: 20 })).toMatchObject({
      min: 20,
      max: 100,
    });
    expect(gauge({ pluginVersion: "8.0.0" }).max).toBeUndefined();
    expect(gauge({ pluginVersion: "7.5.3" }, { unit: "s" }).max).toBeUndefined();
  });

  it("reads an old pie chart whose legend stood on it", () => {
    const pie = read({
      type: "grafana-piechart-panel",
      legendType: "On graph",
      legend: { percentage: true },
    });
    expect(pie).toMatchObject({
      type: "piechart",
      options: { displayLabels: ["name", "percent"], legend: { showLegend: false } },
      fieldConfig: { defaults: { decimals: 0 } },
    });
    const beside = read({ type: "grafana-piechart-panel", legendType: "Right side", decimals: 2 });
    expect(beside).toMatchObject({
      options: { displayLabels: [], legend: { showLegend: true, placement: "right" } },
      fieldConfig: { defaults: { decimals: 2 } },
    });
  });
});
