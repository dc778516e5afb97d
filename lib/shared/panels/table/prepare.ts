import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { applyFieldConfig } from "@/lib/shared/panels/fields/apply-field-config";
import type { DataFrame, Field } from "@/lib/shared/panels/fields/data-frame";
import { displayText, displayValue } from "@/lib/shared/panels/fields/display-value";
import { toSeriesFrames } from "@/lib/shared/panels/fields/to-data-frames";
import type { PanelData, PrepareContext } from "@/lib/shared/panels/panel-data";
import { keepsUnit, reducerName, reduceValues } from "@/lib/shared/panels/reduce";
import { type ColumnOptions, readColumnOptions, TableOptions } from "./options";
import { cellMaker, type TableCell } from "./table-cell";

export interface TableColumn {
  key: string;
  name: string;
  align: "left" | "center" | "right";
  width: number | null;
  minWidth: number;
  wishedWidth: number;
  filterable: boolean;
  inspect: boolean;
  wrapHeader: boolean;
  cellOptions: ColumnOptions["cell"];
  field: Field;
  cell: (row: number) => TableCell;
  /** The longest text of its first rows: what stands beside bars and lines is aligned by it. */
  longest: () => string;
  /** Text under the column; empty without a footer. */
  footer: string;
}

export interface TableModel {
  empty: boolean;
  /** Words where there is an answer but nothing of it to show. */
  note: string | null;
  showHeader: boolean;
  rowHeight: number;
  columns: TableColumn[];
  rowCount: number;
  /** More than one frame: the reader picks. */
  frames: { index: number; name: string }[];
  frameIndex: number;
  sort: TableSort | null;
  /** The field whose values are the tables that unfold below the rows; null where none do. */
  nested: Field | null;
  /** Rows a page: a number, as many as fit, or all in one. */
  page: number | "fit" | null;
}

export interface TableSort {
  column: string;
  descending: boolean;
}

const rowHeights = { sm: 36, md: 42, lg: 48 };

/** Decides columns, cells and footer of a table. `frameIndex` is the reader's pick among several results. */
export function prepareTable(
  panel: ReadPanel,
  data: PanelData,
  context: PrepareContext,
  frameIndex?: number,
): TableModel {
  const options = TableOptions.parse(panel.options);
  const frames = applyFieldConfig(toSeriesFrames(panel, data, context), panel, context);
  const index = Math.min(frameIndex ?? options.frameIndex, Math.max(0, frames.length - 1));
  return tableModel(frames, index, options, context);
}

/** One of these frames as a table. */
export function tableModel(
  frames: DataFrame[],
  index: number,
  options: TableOptions,
  context: PrepareContext,
): TableModel {
  const frame = frames[index];
  const columns = frame ? tableColumns(frame, options, context) : [];
  return {
    nested: frame?.fields.find(({ type }) => type === "nested") ?? null,
    empty: !frame || frame.length === 0 || columns.length === 0,
    note: noteOn(columns.length, frame?.length ?? 0),
    showHeader: options.showHeader,
    rowHeight: rowHeights[options.cellHeight],
    columns,
    rowCount: frame?.length ?? 0,
    frames: frames.map((one, i) => ({ index: i, name: frameName(one, i) })),
    frameIndex: index,
    sort: initialSort(options, columns, frame),
    page: options.pageSize ?? (options.enablePagination || options.footer.enablePagination ? "fit" : null),
  };
}

function noteOn(columns: number, rows: number): string | null {
  if (columns === 0) return "No data: no column is left to show.";
  return rows === 0 ? "No data: no row is left to show." : null;
}

function tableColumns(frame: DataFrame, options: TableOptions, context: PrepareContext): TableColumn[] {
  const shown = frame.fields
    .filter(({ type }) => type !== "nested")
    .map((field) => ({ field, settings: readColumnOptions(field.options.custom, field.type) }))
    .filter(({ settings }) => !settings.hidden);
  return shown.map(({ field, settings }, i) => ({
    key: `${i}:${field.displayName}`,
    name: field.displayName,
    align:
      settings.align === "auto"
        ? field.type === "number" && settings.cell.type !== "json-view"
          ? "right"
          : "left"
        : settings.align,
    width: settings.width,
    minWidth: settings.minWidth,
    wishedWidth: settings.wishedWidth,
    filterable: settings.filterable,
    inspect: settings.inspect,
    wrapHeader: settings.wrapHeader,
    cellOptions: settings.cell,
    field,
    ...cellsOf(field, frame, settings, context),
    footer:
      settings.reducers.length > 0
        ? ownFooter(field, settings.reducers, context)
        : footerText(field, i, options, context),
  }));
}

const alignedRows = 1_000;

function cellsOf(...made: Parameters<typeof cellMaker>): Pick<TableColumn, "cell" | "longest"> {
  const cell = cellMaker(...made);
  const [field] = made;
  let known: string | null = null;
  const longest = () => {
    known ??= field.values
      .slice(0, alignedRows)
      .map((_, row) => cell(row).text)
      .reduce((a, b) => (b.length > a.length ? b : a), "");
    return known;
  };
  return { cell, longest };
}

function footerText(field: Field, column: number, { footer }: TableOptions, context: PrepareContext): string {
  const [reducer = "sum"] = footer.reducer;
  if (!footer.show) return "";
  if (reducer === "count" && footer.countRows) return column === 0 ? `Count: ${field.values.length}` : "";
  if (field.type !== "number") return column === 0 ? reducerName(reducer) : "";
  const chosen = footer.fields;
  if (chosen.length > 0 && !chosen.includes(field.displayName) && !chosen.includes(field.name)) return "";
  return displayText(displayValue(unitFor(field, reducer), reduceValues(field.values, reducer), context));
}

function ownFooter(field: Field, reducers: string[], context: PrepareContext): string {
  const value = (reducer: string) =>
    displayText(displayValue(unitFor(field, reducer), reduceValues(field.values, reducer), context));
  const texts = reducers.map((reducer) => `${reducerName(reducer)}: ${value(reducer)}`);
  return field.type === "number" || reducers.every((reducer) => !keepsUnit(reducer)) ? texts.join(", ") : "";
}

function unitFor(field: Field, reducer: string): Field {
  return keepsUnit(reducer) ? field : { ...field, options: { ...field.options, unit: undefined } };
}

/** The old table counted its hidden columns, too; one that it sorted by leaves the rows as they came. */
function initialSort(
  { sortBy }: TableOptions,
  columns: TableColumn[],
  frame: DataFrame | undefined,
): TableSort | null {
  const [first] = sortBy;
  if (!first) return null;
  const counted = first.index === undefined ? undefined : frame?.fields[first.index];
  const column =
    columns.find(({ name, field }) => name === first.displayName || field.name === first.displayName) ??
    columns.find(({ field }) => field === counted);
  return column ? { column: column.key, descending: first.desc } : null;
}

function frameName(frame: DataFrame, index: number): string {
  if (frame.name) return frame.name;
  const values = frame.fields.filter((field) => field.type !== "time");
  const [only] = values;
  if (values.length === 1 && only) return only.displayName;
  return frame.refId ? `Series (${frame.refId})` : `Series (${index})`;
}
