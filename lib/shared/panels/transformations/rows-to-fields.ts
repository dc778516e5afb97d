import { type DataFrame, type Field, newField, newFrame } from "@/lib/shared/panels/fields/data-frame";
import { type ConfigColumn, configColumns, configOptions } from "./config-mappings";
import type { Transformer } from "./transformer";

const known = new Set([
  "min",
  "max",
  "decimals",
  "unit",
  "displayName",
  "displayname",
  "color",
  "threshold1",
]);
const ignored = "__ignore";

/** Each row a field: one column names it, one has its value, others set its options or become its labels. */
export const rowsToFields: Transformer = (frames, options) =>
  frames.map((frame) => {
    const columns = configColumns(frame.fields, options);
    const name = chosen(columns, "field.name", "string");
    const value = chosen(columns, "field.value", "number");
    return name && value ? fieldsFrame(frame, columns, name, value) : frame;
  });

function chosen(columns: ConfigColumn[], handler: string, type: Field["type"]): ConfigColumn | undefined {
  return (
    columns.find((column) => column.handler === handler) ??
    columns.find((column) => column.field.type === type && !isSetting(column))
  );
}

function isSetting({ handler }: ConfigColumn): boolean {
  return known.has(handler) || handler.startsWith("field.") || handler === ignored;
}

function fieldsFrame(
  frame: DataFrame,
  columns: ConfigColumn[],
  name: ConfigColumn,
  value: ConfigColumn,
): DataFrame {
  const others = columns.filter((column) => column !== name && column !== value);
  const labelled = others.filter((column) => !isSetting(column) || column.handler === "field.label");
  const fields = name.field.values.map((text, row) => {
    const at = ({ field }: ConfigColumn) => field.values[row];
    const labels = labelled.filter((column) => at(column) != null);
    return newField({
      name: String(text),
      type: value.field.type,
      values: [at(value)],
      labels: Object.fromEntries(labels.map((column) => [column.field.displayName, String(at(column))])),
      options: { custom: {}, ...configOptions(others.map((column) => ({ column, value: at(column) }))) },
    });
  });
  return newFrame({ refId: frame.refId, shape: "table", fields });
}
