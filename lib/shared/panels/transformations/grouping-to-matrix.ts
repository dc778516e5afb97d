import { readString } from "@/lib/shared/dashboards/read-json";
import { newField, newFrame } from "@/lib/shared/panels/fields/data-frame";
import { asColumn, fieldCalled } from "./frame-rows";
import type { Transformer } from "./transformer";

/** One field's values as columns, another's as rows, a third's in the cells. */
export const groupingToMatrix: Transformer = (frames, options) => {
  const [frame] = frames;
  if (!frame || frames.length !== 1) return frames;
  const names = {
    column: readString(options.columnField) || "Time",
    row: readString(options.rowField) || "Time",
    value: readString(options.valueField) || "Value",
  };
  const columns = fieldCalled(frame, names.column);
  const rows = fieldCalled(frame, names.row);
  const values = fieldCalled(frame, names.value);
  if (!columns || !rows || !values) return frames;

  const cells = new Map<unknown, Map<unknown, unknown>>();
  columns.values.forEach((column, i) => {
    const cell = cells.get(column) ?? new Map();
    cells.set(column, cell.set(rows.values[i], values.values[i]));
  });
  const rowKeys = [...new Set(rows.values)];
  const blank = emptyValue(readString(options.emptyValue));
  const fields = [
    newField({ name: `${names.row}\\${names.column}`, type: rows.type, values: rowKeys }),
    ...[...cells].map(([column, cell]) => ({
      ...asColumn(values, String(column)),
      values: rowKeys.map((row) => cell.get(row) ?? blank),
    })),
  ];
  return [newFrame({ refId: frame.refId, shape: "table", fields })];
};

function emptyValue(name: string): unknown {
  const values: Record<string, unknown> = { empty: "", null: null, true: true, false: false, zero: 0 };
  return Object.hasOwn(values, name) ? values[name] : "";
}
