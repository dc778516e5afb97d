"use client";

import { VisuallyHidden } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from "react";
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

const virtualFrom = 120;
const rowHeight = 41;

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
        <Spacer height={before} columns={columns.length} />
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
        <Spacer height={after} columns={columns.length} />
      </tbody>
    </table>
  );
}

function useSorted<T>(rows: readonly T[], columns: readonly Column<T>[], sort: Sort | undefined) {
  const sortBy = columns.find((column) => column.id === sort?.column)?.sortBy;
  const descending = sort?.descending ?? false;
  return useMemo(() => (sortBy ? sortRows(rows, sortBy, descending) : rows), [rows, sortBy, descending]);
}

function useVisibleRows<T>(rows: readonly T[], body: React.RefObject<HTMLElement | null>) {
  const virtual = rows.length >= virtualFrom;
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    if (virtual) setOffset((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
  }, [virtual, body]);
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    enabled: virtual,
    estimateSize: () => rowHeight,
    overscan: 10,
    scrollMargin: offset,
  });
  if (!virtual)
    return { shown: rows.map((row, index) => ({ row, index })), before: 0, after: 0, measure: undefined };
  const items = virtualizer.getVirtualItems();
  const first = items[0];
  const last = items.at(-1);
  return {
    shown: items.flatMap(({ index }) => {
      const row = rows[index];
      return row === undefined ? [] : [{ row, index }];
    }),
    before: first ? first.start - offset : 0,
    after: last ? virtualizer.getTotalSize() - (last.end - offset) : 0,
    measure: virtualizer.measureElement,
  };
}

function Spacer({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr className={classes.spacer} aria-hidden>
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
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
        <button type="button" className={classes.sort} onClick={() => onSort(nextSort(sort, column.id))}>
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
