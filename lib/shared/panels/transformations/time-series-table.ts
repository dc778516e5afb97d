import { readObject, readString } from "@/lib/shared/dashboards/read-json";
import { type DataFrame, newField, newFrame } from "@/lib/shared/panels/fields/data-frame";
import { reduceValues } from "@/lib/shared/panels/reduce";
import type { Transformer } from "./transformer";

/** A row a series: its labels, and its value reduced (Grafana draws a small line in place of the number). */
export const timeSeriesTable: Transformer = (frames, options) => {
  const refIds = [...new Set(frames.map((frame) => frame.refId))];
  return refIds.map((refId) => {
    const reducer = readString(readObject(options[refId]).stat) || "lastNotNull";
    return seriesTable(
      refId,
      frames.filter((frame) => frame.refId === refId),
      reducer,
    );
  });
};

function seriesTable(refId: string, frames: DataFrame[], reducer: string): DataFrame {
  const series = frames.flatMap((frame) => frame.fields.filter((field) => field.type === "number"));
  const labels = [...new Set(series.flatMap((field) => Object.keys(field.labels ?? {})))];
  const fields = [
    ...labels.map((name) =>
      newField({ name, type: "string", values: series.map((field) => field.labels?.[name] ?? "") }),
    ),
    newField({
      name: `Trend #${refId}`,
      type: "number",
      values: series.map((field) => reduceValues(field.values, reducer)),
    }),
  ];
  return newFrame({ refId, shape: "table", fields });
}
