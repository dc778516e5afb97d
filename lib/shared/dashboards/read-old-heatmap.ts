import type { JsonObject } from "@/lib/shared/json";
import type { PanelShape } from "./panel-shape";
import { compact, readNumber, readObject, readString } from "./read-json";

/** The Angular heatmap: its settings lay at the panel itself. */
export function readOldHeatmap(raw: JsonObject): PanelShape {
  const yAxis = readObject(raw.yAxis);
  const cards = readObject(raw.cards);
  const options = compact({
    calculate: raw.dataFormat !== "tsbuckets",
    calculation: readCalculation(raw, yAxis),
    color: readColors(readObject(raw.color)),
    cellGap: readNumber(cards.cardPadding) ?? 1,
    cellRadius: readNumber(cards.cardRound),
    yAxis: compact({
      axisPlacement: yAxis.show === false ? "hidden" : "left",
      reverse: raw.reverseYBuckets === true,
      min: readNumber(yAxis.min),
      max: readNumber(yAxis.max),
      unit: readString(yAxis.format) || undefined,
      decimals: readNumber(yAxis.decimals),
    }),
    rowsFrame: { layout: bucketLayout(readString(raw.yBucketBound)) },
    filterValues: raw.hideZeroBuckets === true ? { le: 1e-9 } : undefined,
    tooltip: {
      mode: readObject(raw.tooltip).show === false ? "none" : "single",
      yHistogram: readObject(raw.tooltip).showHistogram === true,
    },
    legend: { show: readObject(raw.legend).show === true },
  });
  return {
    type: "heatmap",
    options: options as JsonObject,
    fieldConfig: { defaults: { custom: {} }, overrides: [] },
  };
}

function readCalculation(raw: JsonObject, yAxis: JsonObject): JsonObject {
  const buckets = (size: unknown, number: unknown) => {
    if (readString(size)) return { mode: "size", value: readString(size) };
    return readNumber(number) ? { mode: "count", value: String(readNumber(number)) } : undefined;
  };
  const logBase = readNumber(yAxis.logBase) ?? 1;
  const yBuckets =
    logBase > 1
      ? compact({
          mode: "count",
          value: readString(yAxis.splitFactor) || undefined,
          scale: { type: "log", log: logBase },
        })
      : buckets(raw.yBucketSize, raw.yBucketNumber);
  return compact({ xBuckets: buckets(raw.xBucketSize, raw.xBucketNumber), yBuckets }) as JsonObject;
}

function readColors(color: JsonObject): JsonObject {
  return compact({
    mode: color.mode === "opacity" ? "opacity" : "scheme",
    scheme: readString(color.colorScheme).replace(/^interpolate/, "") || "Oranges",
    fill: readString(color.cardColor) || undefined,
    scale: readString(color.colorScale) === "linear" ? "linear" : "exponential",
    exponent: readNumber(color.exponent) ?? 0.5,
    min: readNumber(color.min),
    max: readNumber(color.max),
    steps: 128,
  }) as JsonObject;
}

function bucketLayout(bound: string): string {
  return bound === "upper" ? "le" : bound === "lower" ? "ge" : bound === "middle" ? "unknown" : "auto";
}
