import type { DataFrame, Field } from "@/lib/shared/panels/fields/data-frame";

/** The frame with only these rows, in this order. */
export function pickRows(frame: DataFrame, rows: number[]): DataFrame {
  const fields = frame.fields.map((field) => ({ ...field, values: rows.map((row) => field.values[row]) }));
  return { ...frame, fields, length: rows.length };
}

export function allRows(frame: DataFrame): number[] {
  return Array.from({ length: frame.length }, (_, row) => row);
}

export function fieldCalled(frame: DataFrame, name: string): Field | undefined {
  return (
    frame.fields.find((field) => field.displayName === name) ??
    frame.fields.find((field) => field.name === name)
  );
}

/** The field without labels and name of its series: a column that is called by its own name. */
export function asColumn(field: Field, name = field.name): Field {
  const { labels: _labels, legendName: _legendName, ...rest } = field;
  const { displayName: _displayName, ...options } = field.options;
  return { ...rest, name, options };
}

/** The refId of a frame made of several. */
export function joinedRefId(frames: DataFrame[]): string {
  return [...new Set(frames.map((frame) => frame.refId))].join("-");
}
