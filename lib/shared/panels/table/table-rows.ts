import { plainValue } from "@/lib/shared/panels/fields/trend";
import type { AppliedFilter } from "./column-filter";
import type { TableColumn, TableModel, TableSort } from "./prepare";

/** Row numbers in the order of `sort`, those that the filters (by the columns' keys) leave. */
export function tableRows(
  model: Pick<TableModel, "columns" | "rowCount">,
  sort: TableSort | null,
  filters: Record<string, AppliedFilter | null> = {},
): number[] {
  let rows = Array.from({ length: model.rowCount }, (_, i) => i);
  for (const [key, filter] of Object.entries(filters)) {
    const column = model.columns.find((one) => one.key === key);
    if (column && filter) rows = rows.filter(filter.test(column));
  }
  const column = sort && model.columns.find((one) => one.key === sort.column);
  return column ? rows.sort(comparer(column, sort.descending)) : rows;
}

/** Numbers by size, texts as people count them; nothing and NaN always come last. */
function comparer({ field }: TableColumn, descending: boolean): (a: number, b: number) => number {
  const sign = descending ? -1 : 1;
  return (a, b) => {
    const [x, y] = [plainValue(field.values[a]), plainValue(field.values[b])];
    const [noX, noY] = [isNothing(x), isNothing(y)];
    if (noX || noY) return Number(noX) - Number(noY);
    if (typeof x === "number" && typeof y === "number") return x === y ? a - b : sign * (x < y ? -1 : 1);
    return sign * String(x).localeCompare(String(y), undefined, { numeric: true }) || a - b;
  };
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === "" || Number.isNaN(value);
}
