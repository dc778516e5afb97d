import { readObject, readString } from "@/lib/shared/dashboards/read-json";
import type { JsonObject } from "@/lib/shared/json";
import { type DataFrame, newField, newFrame, timeField } from "@/lib/shared/panels/fields/data-frame";
import type { Trend } from "@/lib/shared/panels/fields/trend";
import { reduceValues } from "@/lib/shared/panels/reduce";
import type { Transformer } from "./transformer";

/** A table a query, a row a series: its labels, and the series itself as a small line. */
export const timeSeriesTable: Transformer = (frames, options) => {
  const refIds = [...new Set(frames.map((frame) => frame.refId))];
  return refIds.flatMap((refId) => {
    const own = frames.filter((frame) => frame.refId === refId);
    return own.some(timeField) ? [seriesTable(refId, own, readObject(options[refId]))] : own;
  });
};

function seriesTable(refId: string, frames: DataFrame[], options: JsonObject): DataFrame {
  const reducer = readString(options.stat) || "lastNotNull";
  const rows = frames.flatMap((frame) => {
    const timesMs = (timeField(frame)?.values ?? []).map(Number);
    return frame.fields
      .filter((field) => field.type === "number")
      .map((field) => ({ field, trend: trendOf(timesMs, field.values, reducer) }));
  });
  const labels = [...new Set(rows.flatMap(({ field }) => Object.keys(field.labels ?? {})))];
  const fields = [
    ...labels.map((name) =>
      newField({ name, type: "string", values: rows.map(({ field }) => field.labels?.[name] ?? "") }),
    ),
    newField({ name: `Trend #${refId}`, type: "frame", values: rows.map(({ trend }) => trend) }),
  ];
  return newFrame({ refId, shape: "table", fields });
}

function trendOf(timesMs: number[], values: unknown[], reducer: string): Trend {
  const numbers = values.map((value) => (typeof value === "number" ? value : null));
  return { line: { timesMs, values: numbers }, value: reduceValues(values, reducer) };
}
