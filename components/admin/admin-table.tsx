"use client";

import { VisuallyHidden } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { type ReactNode, useMemo, useRef } from "react";
import { SpacerRow } from "@/components/ui/spacer-row";
import table from "@/components/ui/table.module.css";
import { useVisibleRows } from "@/components/ui/use-visible-rows";
import { nextSort, type Sort, sortRows } from "@/lib/client/admin/sort-rows";
import classes from "./admin.module.css";

export interface Column<T> {
  id: string;
  label: string;
  /** The head is for screen readers only. */
  hideLabel?: boolean;
  cell: (row: T) => ReactNode;
  /** Without it the column does not sort. */
  sortBy?: (row: T) => string | number | null;
  /** Left out where the screen is narrow. */
  wide?: boolean;
  /** As narrow as what it holds. */
  narrow?: boolean;
  numeric?: boolean;
}

interface AdminTableProps<T> {
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string;
  openKey?: string | null;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
}

/** A table with a sticky head, sorted by its columns; of a long one only the visible rows are in the page. */
export function AdminTable<T>({
  label,
  columns,
  rows,
  rowKey,
  openKey = null,
  sort,
  onSort,
}: AdminTableProps<T>) {
  const sorted = useSorted(rows, columns, sort);
  const body = useRef<HTMLTableSectionElement>(null);
  const { shown, before, after, measure } = useVisibleRows(sorted, body);
  return (
    <table className={classes.table} aria-label={label} aria-rowcount={sorted.length + 1}>
      <thead>
        <tr>
          {columns.map((column) => (
            <Head key={column.id} column={column} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        <SpacerRow height={before} columns={columns.length} />
        {shown.map(({ row, index }) => (
          <tr
            key={rowKey(row)}
            ref={measure}
            data-index={index}
            data-row={rowKey(row)}
            data-open={rowKey(row) === openKey || undefined}
            aria-rowindex={index + 2}
          >
            {columns.map((column) => (
              <td key={column.id} {...marksOf(column)}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
        <SpacerRow height={after} columns={columns.length} />
      </tbody>
    </table>
  );
}

function useSorted<T>(rows: readonly T[], columns: readonly Column<T>[], sort: Sort | undefined) {
  const sortBy = columns.find((column) => column.id === sort?.column)?.sortBy;
  const descending = sort?.descending ?? false;
  return useMemo(() => (sortBy ? sortRows(rows, sortBy, descending) : rows), [rows, sortBy, descending]);
}

interface HeadProps<T> {
  column: Column<T>;
  sort: Sort | undefined;
  onSort: ((sort: Sort) => void) | undefined;
}

function Head<T>({ column, sort, onSort }: HeadProps<T>) {
  const current = sort?.column === column.id;
  const direction = sort?.descending ? "descending" : "ascending";
  const Arrow = sort?.descending ? IconArrowDown : IconArrowUp;
  const sortable = column.sortBy && sort && onSort;
  return (
    <th scope="col" {...marksOf(column)} aria-sort={sortable && current ? direction : undefined}>
      {sortable ? (
        <button type="button" className={table.sort} onClick={() => onSort(nextSort(sort, column.id))}>
          {column.label}
          {current ? <Arrow size={12} aria-hidden /> : null}
        </button>
      ) : column.hideLabel ? (
        <VisuallyHidden>{column.label}</VisuallyHidden>
      ) : (
        column.label
      )}
    </th>
  );
}

function marksOf<T>({ wide, narrow, numeric }: Column<T>) {
  return {
    "data-wide": wide || undefined,
    "data-narrow": narrow || undefined,
    "data-numeric": numeric || undefined,
  };
}
