import type { FieldOptions } from "@/lib/shared/dashboards/reading-model";

/** Values of a `frame` field are trends: a series each; those of a `nested` one are tables behind their rows. */
export type FieldType = "time" | "number" | "string" | "boolean" | "frame" | "nested";

/** One column. Time values are milliseconds, numbers are `number | null` (null is a gap; NaN and infinities may occur). */
export interface Field {
  name: string;
  /** The series' labels; absent on time fields and on columns of tables. */
  labels?: Record<string, string>;
  type: FieldType;
  values: unknown[];
  options: FieldOptions;
  refId?: string;
  /** What legends, column heads and matchers call it. */
  displayName: string;
  /** The name that the query's legend format gives. */
  legendName?: string;
  /** Place among all non-time fields of the panel: decides the palette colour. */
  seriesIndex: number;
  /** Bounds for percentages and gradients, after min and max of the options; null before applyFieldConfig. */
  range: { min: number; max: number } | null;
}

export interface DataFrame {
  refId: string;
  name?: string;
  fields: Field[];
  length: number;
  /** `series`: time and values of a query; `table`: rows whose columns have their own names. */
  shape: "series" | "table";
}

export function newField(field: Pick<Field, "name" | "type" | "values"> & Partial<Field>): Field {
  return { options: { custom: {} }, displayName: field.name, seriesIndex: 0, range: null, ...field };
}

/** A frame as long as its longest field. */
export function newFrame(frame: Omit<DataFrame, "length">): DataFrame {
  return { ...frame, length: Math.max(0, ...frame.fields.map((field) => field.values.length)) };
}

export function timeField(frame: DataFrame): Field | undefined {
  return frame.fields.find((field) => field.type === "time");
}
