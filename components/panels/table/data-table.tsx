"use client";

import dynamic from "next/dynamic";
import { useMemo, useState } from "react";
import type { TableColumn, TableModel, TableSort } from "@/lib/shared/panels/table/prepare";
import { tableRows } from "@/lib/shared/panels/table/table-rows";
import { columnWidths } from "./column-widths";
import { HeadCell } from "./head-cell";
import { RowCell } from "./row-cell";
import { rowWindow } from "./row-window";
import classes from "./table.module.css";

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
const scrollbar = 12;

/** A table with a sticky head; only the rows in view are in the page. */
export function DataTable({ model, width, height, label, onFrame }: DataTableProps) {
  const [sort, setSort] = useState<TableSort | null>();
  const [filters, setFilters] = useState<Record<string, string>>({});
  const [passed, setPassed] = useState(0);
  const active = sort === undefined ? model.sort : sort;
  const rows = useMemo(() => tableRows(model, active, filters), [model, active, filters]);
  const hasPicker = model.frames.length > 1 && onFrame !== undefined;
  const fits = (rows.length + 2) * model.rowHeight <= height - (hasPicker ? pickerHeight : 0);
  const widths = columnWidths(model.columns, fits ? width : width - scrollbar);
  const { rowHeight } = model;
  const { first, end } = rowWindow({ count: rows.length, rowHeight, height, passed });
  return (
    <div className={classes.frame} style={{ width, height }}>
      <section
        className={classes.scroller}
        aria-label={label || "Table"}
        onScroll={(event) => setPassed(Math.floor(event.currentTarget.scrollTop / rowHeight))}
        style={{ height: height - (hasPicker ? pickerHeight : 0) }}
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
                    filter={filters[column.key] ?? ""}
                    onFilter={(text) => setFilters({ ...filters, [column.key]: text })}
                  />
                ))}
              </tr>
            </thead>
          ) : null}
          <tbody>
            <Spacer height={first * rowHeight} />
            {rows.slice(first, end).map((row) => (
              <Row key={row} columns={model.columns} row={row} height={rowHeight} />
            ))}
            <Spacer height={(rows.length - end) * rowHeight} />
          </tbody>
          <Footer columns={model.columns} />
        </table>
      </section>
      {hasPicker ? <FramePicker model={model} onFrame={onFrame} /> : null}
    </div>
  );
}

/** Stands for the rows out of view. */
function Spacer({ height }: { height: number }) {
  return height > 0 ? (
    <tr aria-hidden>
      <td style={{ height, padding: 0 }} />
    </tr>
  ) : null;
}

function Row({ columns, row, height }: { columns: TableColumn[]; row: number; height: number }) {
  const cells = columns.map((column) => ({ column, cell: column.cell(row) }));
  const whole = cells.find(({ column, cell }) => column.cellOptions.applyToRow && cell.background)?.cell;
  const colors = { background: whole?.background ?? undefined, color: whole?.textColor ?? undefined };
  return (
    <tr className={classes.row} style={{ height, ...colors }}>
      {cells.map(({ column, cell }) => (
        <RowCell key={column.key} column={column} cell={cell} height={height} />
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
