import type { Field } from "@/lib/shared/panels/fields/data-frame";
import { plainValue } from "@/lib/shared/panels/fields/trend";
import type { TableModel } from "@/lib/shared/panels/table/prepare";
import type { FrameTable } from "./frame-table";

/** A prepared table for download: each cell as it reads, or as the bare value behind it. */
export function valueTable({ columns, rowCount }: TableModel, form: "text" | "value"): FrameTable {
  const rows = Array.from({ length: rowCount }, (_, row) =>
    columns.map(({ cell, field }) => (form === "text" ? cell(row).text : bareValue(field, row))),
  );
  return { columns: columns.map(({ name }) => name), rows };
}

function bareValue({ type, values }: Field, row: number): string | number | null {
  const value = plainValue(values[row]);
  if (value === null || value === undefined) return null;
  if (type === "time" && typeof value === "number") return new Date(value).toISOString();
  if (typeof value === "number" || typeof value === "string") return value;
  return JSON.stringify(value);
}
