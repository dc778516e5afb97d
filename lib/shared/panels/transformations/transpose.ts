import { readString } from "@/lib/shared/dashboards/read-json";
import {
  type DataFrame,
  type Field,
  type FieldType,
  newField,
  newFrame,
} from "@/lib/shared/panels/fields/data-frame";
import { allRows } from "./frame-rows";
import type { Transformer } from "./transformer";

/** Rows become columns; texts or times of the first column name them. */
export const transpose: Transformer = (frames, options) => {
  const first = readString(options.firstFieldName) || "Field";
  const rest = readString(options.restFieldsName) || "Value";
  return frames.flatMap((frame) => (frame.fields.length > 0 ? [transposed(frame, first, rest)] : []));
};

function transposed(frame: DataFrame, first: string, rest: string): DataFrame {
  const [head, ...others] = frame.fields;
  const named = head?.type === "string" || head?.type === "time";
  const rows = named ? others : frame.fields;
  const type = commonType(rows);
  const columns = allRows(frame).map((row) => {
    const label = named ? String(head.values[row] ?? "") : String(row + 1);
    return newField({
      name: rest,
      type,
      labels: { [named ? head.name : "row"]: label },
      values: rows.map(({ values }) => (type === "string" ? String(values[row] ?? "") : values[row])),
    });
  });
  const names = newField({ name: first, type: "string", values: rows.map(({ displayName }) => displayName) });
  return newFrame({ refId: `transpose-${frame.refId}`, shape: "table", fields: [names, ...columns] });
}

function commonType(fields: Field[]): FieldType {
  const [only, ...others] = new Set(fields.map(({ type }) => type));
  return only !== undefined && others.length === 0 ? only : "string";
}
