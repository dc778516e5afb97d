"use client";

import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { Fragment, useMemo, useState } from "react";
import type { PanelProps } from "@/components/panels/panel-props";
import { SeriesNote } from "@/components/panels/series-note";
import { nestedTable } from "@/lib/shared/panels/table/nested-table";
import type { TableModel, TableSort } from "@/lib/shared/panels/table/prepare";
import { tableRows } from "@/lib/shared/panels/table/table-rows";
import { columnWidths } from "./column-widths";
import { DataTable } from "./data-table";
import { RowCell } from "./row-cell";
import classes from "./table.module.css";

interface NestedTableProps extends Pick<PanelProps, "panel" | "context"> {
  model: TableModel;
  width: number;
  height: number;
}

const mostRows = 500;
const unfoldPx = 32;
const scrollbarPx = 12;
const headPx = 36;
const mostUnfoldedPx = 320;

/** A table whose rows unfold to the table behind them. */
export function NestedTable({ model, panel, context, width, height }: NestedTableProps) {
  const [sort, setSort] = useState<TableSort | null>(model.sort);
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set());
  const all = useMemo(() => tableRows(model, sort), [model, sort]);
  const { columns, rowHeight } = model;
  const room = width - scrollbarPx;
  const widths = columnWidths(columns, room - unfoldPx);
  return (
    <section
      className={classes.scroller}
      aria-label={panel.title ? `Table: ${panel.title}` : "Table"}
      style={{ width, height }}
    >
      <SeriesNote what="rows" drawn={mostRows} leftOut={Math.max(0, all.length - mostRows)} />
      <table className={classes.table} aria-rowcount={all.length} style={{ fontSize: 13 }}>
        <colgroup>
          <col style={{ width: unfoldPx }} />
          {columns.map((column, i) => (
            <col key={column.key} style={{ width: widths[i] }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col" aria-label="Unfold" />
            {columns.map((column) => (
              <SortHead key={column.key} column={column} sort={sort} onSort={setSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {all.slice(0, mostRows).map((row) => (
            <Fragment key={row}>
              <tr className={classes.row} style={{ height: rowHeight }}>
                <td style={{ padding: 0 }}>
                  <Unfold
                    opened={unfolded.has(row)}
                    onPress={() => setUnfolded(unfolded.symmetricDifference(new Set([row])))}
                  />
                </td>
                {columns.map((column, i) => (
                  <RowCell
                    key={column.key}
                    column={column}
                    cell={column.cell(row)}
                    row={row}
                    width={widths[i] ?? 0}
                    height={rowHeight}
                  />
                ))}
              </tr>
              {unfolded.has(row) ? (
                <tr>
                  <td colSpan={columns.length + 1} style={{ paddingLeft: unfoldPx }}>
                    <Behind model={nestedTable(model, row, panel, context)} width={room - unfoldPx - 8} />
                  </td>
                </tr>
              ) : null}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function SortHead({
  column,
  sort,
  onSort,
}: {
  column: TableModel["columns"][number];
  sort: TableSort | null;
  onSort: (sort: TableSort) => void;
}) {
  const active = sort?.column === column.key;
  const direction = active ? (sort.descending ? "descending" : "ascending") : "none";
  return (
    <th scope="col" aria-sort={direction} data-align={column.align}>
      <div className={classes.headCell}>
        <button
          type="button"
          className={classes.sort}
          onClick={() => onSort({ column: column.key, descending: direction === "ascending" })}
        >
          <span>{column.name}</span>
        </button>
      </div>
    </th>
  );
}

function Unfold({ opened, onPress }: { opened: boolean; onPress: () => void }) {
  const Icon = opened ? IconChevronDown : IconChevronRight;
  return (
    <button
      type="button"
      className={classes.unfold}
      aria-expanded={opened}
      aria-label="Rows behind"
      onClick={onPress}
    >
      <Icon size={15} aria-hidden />
    </button>
  );
}

function Behind({ model, width }: { model: TableModel | null; width: number }) {
  if (!model || model.empty) return "There is nothing behind this row.";
  const height = Math.min(mostUnfoldedPx, headPx + (model.rowCount + 1) * model.rowHeight);
  return <DataTable model={model} width={width} height={height} label="Rows behind" />;
}
