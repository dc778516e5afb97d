import { readArray, readString } from "@/lib/shared/dashboards/read-json";
import { newField, newFrame } from "@/lib/shared/panels/fields/data-frame";
import { joinedRefId } from "./frame-rows";
import type { Transformer } from "./transformer";

/** A row for each set of labels, with a column for each value of the label `value`. */
export const joinByLabels: Transformer = (frames, options) => {
  const valueLabel = readString(options.value);
  const series = frames.flatMap((frame) =>
    frame.fields.filter((field) => field.labels?.[valueLabel] !== undefined),
  );
  if (!valueLabel || series.length === 0) return frames;
  const asked = readArray(options.join).filter((label) => typeof label === "string");
  const joined =
    asked.length > 0
      ? asked
      : [...new Set(series.flatMap((field) => Object.keys(field.labels ?? {})))].filter(
          (label) => label !== valueLabel,
        );

  const rows = new Map<string, { labels: string[]; values: Map<string, unknown> }>();
  for (const field of series) {
    const labels = joined.map((label) => field.labels?.[label] ?? "");
    const key = JSON.stringify(labels);
    const row = rows.get(key) ?? { labels, values: new Map() };
    row.values.set(field.labels?.[valueLabel] ?? "", field.values.at(-1));
    rows.set(key, row);
  }
  const all = [...rows.values()];
  const columns = [...new Set(series.map((field) => field.labels?.[valueLabel] ?? ""))];
  const fields = [
    ...joined.map((name, i) => newField({ name, type: "string", values: all.map((row) => row.labels[i]) })),
    ...columns.map((name) =>
      newField({ name, type: "number", values: all.map((row) => row.values.get(name) ?? null) }),
    ),
  ];
  return [newFrame({ refId: joinedRefId(frames), shape: "table", fields })];
};
