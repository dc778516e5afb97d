"use client";

import dynamic from "next/dynamic";
import { useMemo, useState } from "react";
import type { AppliedFilter } from "@/lib/shared/panels/table/column-filter";
import type { TableColumn, TableModel, TableSort } from "@/lib/shared/panels/table/prepare";
import { tableRows } from "@/lib/shared/panels/table/table-rows";
import { columnWidths } from "./column-widths";
import { HeadCell } from "./head-cell";
import { RowCell } from "./row-cell";
import { rowWindow } from "./row-window";
import classes from "./table.module.css";
import { TablePages } from "./table-pages";

const FramePicker = dynamic(() => import("./frame-picker").then((module) => module.FramePicker), {
  ssr: false,
});

interface DataTableProps {
  model: TableModel;
  width: number;
  height: number;
  label: string;
  /** Called when the reader picks another of several results. */
  onFrame?: (index: number) => void;
}

const pickerHeight = 32;
const pagesHeight = 32;
const headHeight = 36;
const footHeight = 36;
const scrollbar = 12;

/** A table with a sticky head; only the rows in view are in the page. */
export function DataTable({ model, width, height, label, onFrame }: DataTableProps) {
  const [sort, setSort] = useState<TableSort | null>();
  const [filters, setFilters] = useState<Record<string, AppliedFilter | null>>({});
  const [dragged, setDragged] = useState<Record<string, number>>({});
  const [passed, setPassed] = useState(0);
  const active = sort === undefined ? model.sort : sort;
  const [page, setPage] = useState(0);
  const all = useMemo(() => tableRows(model, active, filters), [model, active, filters]);
  const hasPicker = model.frames.length > 1 && onFrame !== undefined;
  const { rowHeight } = model;
  const bodyHeight = height - (hasPicker ? pickerHeight : 0) - (model.page === null ? 0 : pagesHeight);
  const perPage = rowsPerPage(model, bodyHeight);
  const last = Math.max(0, Math.ceil(all.length / perPage) - 1);
  const at = Math.min(page, last);
  const rows = model.page === null ? all : all.slice(at * perPage, (at + 1) * perPage);
  const fits = (rows.length + 2) * rowHeight <= bodyHeight;
  const sized = model.columns.map((column) => ({ ...column, width: dragged[column.key] ?? column.width }));
  const widths = columnWidths(sized, fits ? width : width - scrollbar);
  const { first, end } = rowWindow({ count: rows.length, rowHeight, height, passed });
  return (
    <div className={classes.frame} style={{ width, height }}>
      <section
        className={classes.scroller}
        aria-label={label ? `Table: ${label}` : "Table"}
        onScroll={(event) => setPassed(Math.floor(event.currentTarget.scrollTop / rowHeight))}
        style={{ height: bodyHeight }}
      >
        <table
          className={classes.table}
          aria-rowcount={rows.length}
          style={{ width: widths.reduce((sum, one) => sum + one, 0) }}
        >
          <colgroup>
            {model.columns.map((column, i) => (
              <col key={column.key} style={{ width: widths[i] }} />
            ))}
          </colgroup>
          {model.showHeader ? (
            <thead>
              <tr>
                {model.columns.map((column) => (
                  <HeadCell
                    key={column.key}
                    column={column}
                    sort={active}
                    onSort={setSort}
                    filter={filters[column.key] ?? null}
                    onFilter={(filter) => setFilters({ ...filters, [column.key]: filter })}
                    onWidth={(px) => setDragged((before) => ({ ...before, [column.key]: px }))}
                  />
                ))}
              </tr>
            </thead>
          ) : null}
          <tbody>
            <Spacer height={first * rowHeight} />
            {rows.slice(first, end).map((row) => (
              <Row key={row} columns={model.columns} widths={widths} row={row} height={rowHeight} />
            ))}
            <Spacer height={(rows.length - end) * rowHeight} />
          </tbody>
          <Footer columns={model.columns} />
        </table>
        {model.note ? <p className={classes.note}>{model.note}</p> : null}
      </section>
      {model.page === null ? null : (
        <TablePages rows={all.length} perPage={perPage} page={at} onPage={setPage} />
      )}
      {hasPicker ? <FramePicker model={model} onFrame={onFrame} /> : null}
    </div>
  );
}

function rowsPerPage({ page, rowHeight, showHeader, columns }: TableModel, height: number): number {
  if (typeof page === "number") return Math.max(1, Math.round(page));
  const foot = columns.some((column) => column.footer !== "") ? footHeight : 0;
  return Math.max(1, Math.floor((height - (showHeader ? headHeight : 0) - foot) / rowHeight));
}

/** Stands for the rows out of view. */
function Spacer({ height }: { height: number }) {
  return height > 0 ? (
    <tr aria-hidden>
      <td style={{ height, padding: 0 }} />
    </tr>
  ) : null;
}

interface RowProps {
  columns: TableColumn[];
  widths: number[];
  row: number;
  height: number;
}

function Row({ columns, widths, row, height }: RowProps) {
  const cells = columns.map((column) => ({ column, cell: column.cell(row) }));
  const whole = cells.find(({ column, cell }) => column.cellOptions.applyToRow && cell.background)?.cell;
  const colors = { background: whole?.background ?? undefined, color: whole?.textColor ?? undefined };
  return (
    <tr className={classes.row} style={{ height, ...colors }}>
      {cells.map(({ column, cell }, i) => (
        <RowCell
          key={column.key}
          column={column}
          cell={cell}
          row={row}
          width={widths[i] ?? 0}
          height={height}
        />
      ))}
    </tr>
  );
}

function Footer({ columns }: { columns: TableColumn[] }) {
  if (columns.every((column) => column.footer === "")) return null;
  return (
    <tfoot>
      <tr>
        {columns.map((column) => (
          <td key={column.key} data-align={column.align}>
            {column.footer}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
