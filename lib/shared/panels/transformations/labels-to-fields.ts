import { readArray, readString } from "@/lib/shared/dashboards/read-json";
import { type DataFrame, type Field, newField, newFrame } from "@/lib/shared/panels/fields/data-frame";
import { asColumn } from "./frame-rows";
import type { Transformer } from "./transformer";

/** The labels of a series as columns beside its values, or as rows of a table of their own. */
export const labelsToFields: Transformer = (frames, options) => {
  const kept = readArray(options.keepLabels).filter((label) => typeof label === "string");
  if (options.mode === "rows") return frames.flatMap((frame) => labelRows(frame, kept));
  const valueLabel = readString(options.valueLabel);
  return frames.map((frame) => labelColumns(frame, kept, valueLabel));
};

function labelColumns(frame: DataFrame, kept: string[], valueLabel: string): DataFrame {
  const labels = new Map<string, Set<string>>();
  const fields = frame.fields.map((field) => {
    if (!field.labels) return field;
    for (const [name, value] of Object.entries(field.labels)) {
      if ((kept.length > 0 && !kept.includes(name)) || name === valueLabel) continue;
      labels.set(name, (labels.get(name) ?? new Set()).add(value));
    }
    return asColumn(field, field.labels[valueLabel] ?? field.name);
  });
  const columns = [...labels].flatMap(([name, values]) =>
    [...values].map((value) =>
      newField({ name, type: "string", values: new Array(frame.length).fill(value) }),
    ),
  );
  return { ...frame, shape: "table", fields: [...fields, ...columns] };
}

function labelRows(frame: DataFrame, kept: string[]): DataFrame[] {
  return frame.fields.flatMap((field: Field) => {
    const labels = Object.entries(field.labels ?? {}).filter(
      ([name]) => kept.length === 0 || kept.includes(name),
    );
    if (labels.length === 0) return [];
    const fields = [
      newField({ name: "label", type: "string", values: labels.map(([name]) => name) }),
      newField({ name: "value", type: "string", values: labels.map(([, value]) => value) }),
    ];
    return [newFrame({ refId: frame.refId, name: field.displayName, shape: "table", fields })];
  });
}
