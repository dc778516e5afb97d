import { plainValue } from "@/lib/shared/panels/fields/trend";
import type { TableColumn } from "./prepare";

export const filterOperators = ["contains", "=", "!=", "<", "<=", ">", ">="] as const;
export type FilterOperator = (typeof filterOperators)[number];

/** What a reader wants to see of a column. */
export interface ColumnFilter {
  operator: FilterOperator;
  /** Compared with the cells; empty compares nothing. */
  text: string;
  /** The cells' texts that are chosen; null is all. */
  values: readonly string[] | null;
}

/** A filter with what it does to a column; made where filters are chosen, so that tables without any do without it. */
export interface AppliedFilter {
  filter: ColumnFilter;
  test: (column: FilteredColumn) => (row: number) => boolean;
}

/** Null: it keeps every row. */
export function applyFilter(filter: ColumnFilter): AppliedFilter | null {
  return isFiltering(filter) ? { filter, test: (column) => columnTest(column, filter) } : null;
}

export const noFilter: ColumnFilter = { operator: "contains", text: "", values: null };

function isFiltering({ text, values }: ColumnFilter): boolean {
  return text.trim() !== "" || values !== null;
}

type FilteredColumn = Pick<TableColumn, "cell"> & { field: Pick<TableColumn["field"], "values"> };

/** Whether a row of the column stays. */
function columnTest(column: FilteredColumn, filter: ColumnFilter): (row: number) => boolean {
  const compares = textTest(column, filter);
  const chosen = filter.values === null ? null : new Set(filter.values);
  return (row) => compares(row) && (chosen === null || chosen.has(column.cell(row).text));
}

const comparisons: Record<
  Exclude<FilterOperator, "contains" | "=" | "!=">,
  (a: number, b: number) => boolean
> = {
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};

function textTest(column: FilteredColumn, { operator, text }: ColumnFilter): (row: number) => boolean {
  const wanted = text.trim().toLowerCase();
  if (wanted === "") return () => true;
  const textOf = (row: number) => column.cell(row).text.toLowerCase();
  const raw = (row: number) => String(plainValue(column.field.values[row])).toLowerCase();
  if (operator === "contains") return (row) => textOf(row).includes(wanted);
  if (operator === "=" || operator === "!=")
    return (row) => (textOf(row) === wanted || raw(row) === wanted) === (operator === "=");
  const number = Number(wanted);
  return (row) => {
    const value = plainValue(column.field.values[row]);
    return typeof value === "number" && comparisons[operator](value, number);
  };
}

/** The texts that stand in a column, each once, in the order that people count in. */
export function columnTexts(column: FilteredColumn): string[] {
  const texts = new Set(column.field.values.map((_, row) => column.cell(row).text));
  return [...texts].sort((a, b) => a.localeCompare(b, undefined, { numeric: true }));
}
