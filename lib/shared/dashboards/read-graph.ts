import type { JsonObject } from "@/lib/shared/json";
import type { PanelShape } from "./panel-shape";
import { readFieldOptions, readOverrides } from "./read-field-options";
import { axisCustom, axisOptions, dash } from "./read-graph-axis";
import { graphOverrides } from "./read-graph-overrides";
import { compact, readNumber, readObject, readObjects, readString } from "./read-json";
import { readOldCalc } from "./read-old-calcs";
import type { FieldOptions } from "./reading-model";

/** The Angular graph: a time series, or bars by series, or a histogram, as its x axis says. */
export function readGraph(raw: JsonObject): PanelShape {
  const axis = readObject(raw.xaxis);
  const legend = readLegend(readObject(raw.legend));
  const overrides = [...readOverrides(readObject(raw.fieldConfig).overrides), ...graphOverrides(raw)];
  const fieldConfig = { defaults: readDefaults(raw), overrides };
  if (axis.mode === "histogram") {
    const bucketCount = readNumber(axis.buckets);
    return { type: "histogram", options: compact({ legend, bucketCount }) as JsonObject, fieldConfig };
  }
  if (axis.mode === "series") {
    const calcs = [
      readOldCalc(readString(readObject(axis).values) || readString(firstOf(axis.values)), "sum"),
    ];
    return {
      type: "bargauge",
      options: { reduceOptions: { calcs }, displayMode: "basic", orientation: "vertical" },
      fieldConfig,
    };
  }
  const regions = readObjects(raw.timeRegions);
  return {
    type: "timeseries",
    options: {
      legend,
      tooltip: readTooltip(readObject(raw.tooltip)),
      ...(regions.length > 0 ? { timeRegions: regions } : {}),
    },
    fieldConfig,
  };
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : undefined;
}

function readDefaults(raw: JsonObject): FieldOptions {
  const [left = {}] = readObjects(raw.yaxes);
  const lines = raw.lines !== false;
  const bars = raw.bars === true;
  const custom: JsonObject = {
    drawStyle: bars ? "bars" : lines ? "line" : "points",
    lineWidth: lines || bars ? (readNumber(raw.linewidth) ?? 1) : 0,
    ...readFill(raw, bars),
    showPoints: raw.points === true ? "always" : "never",
    // Without points only those that stand alone are drawn: of the usual size, whatever the radius says.
    ...(raw.points === true ? { pointSize: 2 + (readNumber(raw.pointradius) ?? 2) * 2 } : {}),
    lineInterpolation: raw.steppedLine === true ? "stepAfter" : "linear",
    ...readNulls(raw.nullPointMode),
    ...readStack(raw),
    ...(raw.dashes === true ? { lineStyle: dash(raw) } : {}),
    ...axisCustom(left),
  };
  const dataLinks = readObjects(readObject(raw.options).dataLinks);
  const { links = dataLinks, ...stored } = readFieldOptions(readObject(raw.fieldConfig).defaults);
  const thresholds = readGraphThresholds(raw);
  if (thresholds) custom.thresholdsStyle = { mode: thresholds.style };
  return {
    color: { mode: "palette-classic" },
    ...stored,
    ...axisOptions(left, raw),
    ...(links.length > 0 ? { links } : {}),
    ...(thresholds ? { thresholds: thresholds.thresholds } : {}),
    custom,
  };
}

function readFill(raw: JsonObject, bars: boolean): JsonObject {
  const gradient = readNumber(raw.fillGradient) ?? 0;
  const fill = readNumber(raw.fill) ?? 1;
  if (gradient > 0 && fill > 0) return { gradientMode: "opacity", fillOpacity: gradient * 10 };
  // Angular bars were always filled.
  return { fillOpacity: bars ? 100 : fill * 10 };
}

function readNulls(mode: unknown): JsonObject {
  if (mode === "connected") return { spanNulls: true };
  return mode === "null as zero" ? { spanNulls: false, nullValueMode: "null as zero" } : { spanNulls: false };
}

function readStack(raw: JsonObject): JsonObject {
  if (raw.stack !== true) return {};
  return { stacking: { mode: raw.percentage === true ? "percent" : "normal", group: "A" } };
}

function readLegend(legend: JsonObject): JsonObject {
  const calcs = legend.values === true ? legendCalcs(legend) : [];
  return {
    showLegend: legend.show !== false,
    displayMode: legend.alignAsTable === true ? "table" : "list",
    placement: legend.rightSide === true ? "right" : "bottom",
    calcs,
    ...(readNumber(legend.sideWidth) ? { width: readNumber(legend.sideWidth) ?? 0 } : {}),
    ...(readString(legend.sort) && calcs.length > 0
      ? { sortBy: readOldCalc(readString(legend.sort)), sortDesc: legend.sortDesc === true }
      : {}),
    ...(legend.hideEmpty === true ? { hideEmpty: true } : {}),
    ...(legend.hideZero === true ? { hideZero: true } : {}),
  };
}

function legendCalcs(legend: JsonObject): string[] {
  return ["min", "max", "avg", "current", "total"]
    .filter((calc) => legend[calc] === true)
    .map((calc) => readOldCalc(calc));
}

function readTooltip(tooltip: JsonObject): JsonObject {
  const sort = readNumber(tooltip.sort) ?? 0;
  return {
    mode: tooltip.shared === false ? "single" : "multi",
    sort: sort === 2 ? "desc" : sort === 1 ? "asc" : "none",
  };
}

/** Lines and bands over the graph; one style for the panel, as time series have it. */
function readGraphThresholds(
  raw: JsonObject,
): { style: string; thresholds: FieldOptions["thresholds"] } | null {
  const stored = readObjects(raw.thresholds)
    .map((threshold) => ({ threshold, value: readNumber(threshold.value) }))
    .filter((one): one is { threshold: JsonObject; value: number } => one.value !== undefined)
    .sort((a, b) => a.value - b.value);
  if (stored.length === 0) return null;
  const lines = stored.some(({ threshold }) => threshold.line !== false);
  const areas = stored.some(({ threshold }) => threshold.fill === true);
  const steps = stored.map(({ threshold, value }, i) => {
    if (threshold.op !== "lt") return { value, color: thresholdColor(threshold) };
    const next = stored[i + 1]?.threshold;
    return { value, color: next?.op === "lt" ? thresholdColor(next) : "transparent" };
  });
  const [first] = stored;
  const base = first?.threshold.op === "lt" ? thresholdColor(first.threshold) : "transparent";
  return {
    style: areas ? (lines ? "line+area" : "area") : lines ? "line" : "off",
    thresholds: { mode: "absolute", steps: [{ value: Number.NEGATIVE_INFINITY, color: base }, ...steps] },
  };
}

function thresholdColor(threshold: JsonObject): string {
  const named: Record<string, string> = { critical: "red", warning: "orange", ok: "green" };
  const mode = readString(threshold.colorMode);
  return named[mode] ?? (readString(threshold.lineColor) || readString(threshold.fillColor) || "red");
}
