import type { JsonObject } from "@/lib/shared/json";
import type { Field } from "@/lib/shared/panels/fields/data-frame";
import {
  atLeast,
  between,
  flag,
  group,
  groups,
  integer,
  isPositive,
  isText,
  isTexts,
  oneOf,
  optionalNumber,
  optionalPositive,
  orElse,
  type Read,
  type Reader,
  text,
  texts,
} from "@/lib/shared/panels/option-schemas";

const summed: Reader<string | string[]> = {
  parse: (value) => (isText(value) || isTexts(value) ? value : []),
};

export const TableOptions = group({
  showHeader: flag(true),
  cellHeight: oneOf(["sm", "md", "lg"], "sm"),
  frameIndex: integer(0, Number.MAX_SAFE_INTEGER, 0),
  sortBy: groups({
    displayName: text(),
    /** Old tables sort by the column's place. */
    index: optionalNumber,
    desc: flag(),
  }),
  footer: group({
    show: flag(),
    reducer: texts,
    fields: summed,
    countRows: flag(),
    enablePagination: flag(),
  }),
  /** Where newer tables keep it. */
  enablePagination: flag(),
  /** Rows a page of old tables. */
  pageSize: optionalPositive,
});

export type TableOptions = Read<typeof TableOptions>;

const cellTypes = [
  "auto",
  "color-text",
  "color-background",
  "gauge",
  "json-view",
  "image",
  "sparkline",
  "data-links",
  "pill",
  "markdown",
] as const;
export type CellType = (typeof cellTypes)[number];

export interface ColumnOptions {
  align: "left" | "center" | "right" | "auto";
  width: number | null;
  minWidth: number;
  /** What it takes where there is room. */
  wishedWidth: number;
  hidden: boolean;
  filterable: boolean;
  /** A cell can be opened to be read whole. */
  inspect: boolean;
  /** A long name goes on in further lines. */
  wrapHeader: boolean;
  cell: {
    type: CellType;
    mode: "basic" | "gradient" | "lcd";
    applyToRow: boolean;
    wrap: boolean;
    showValue: boolean;
    /** The value beside a gauge has the gauge's colour. */
    valueColored: boolean;
    image: { alt: string };
    line: { width: number; fillOpacity: number };
  };
  /** Calculations under the column, where it names its own. */
  reducers: string[];
}

/** Grafana's: where columns have no room for it, the table scrolls sideways. */
const leastWidth = 150;
/** A date and time is read whole, with the milliseconds that a table of one moment shows. */
const wholeTime = 190;
const size = orElse(isPositive, null);
const set = flag();
const lineWidth = atLeast(0, 1);
const opacity = between(0, 100, 20);
const footer = group({ reducers: texts });
const align = oneOf(["left", "center", "right", "auto"], "auto");

/** A column's `custom` field settings, of today and of Grafana 7 and 8 (`displayMode`). */
export function readColumnOptions(custom: JsonObject, fieldType: Field["type"] = "number"): ColumnOptions {
  const stored = custom.cellOptions;
  const usual = fieldType === "frame" ? "sparkline" : "auto";
  const minWidth = size.parse(custom.minWidth) ?? leastWidth;
  const cell = typeof stored === "object" && stored !== null && !Array.isArray(stored) ? stored : {};
  return {
    align: align.parse(custom.align),
    width: size.parse(custom.width),
    minWidth,
    wishedWidth: fieldType === "time" ? Math.max(wholeTime, minWidth) : minWidth,
    hidden: set.parse(custom.hidden) || isHiddenFromViz(custom.hideFrom),
    filterable: set.parse(custom.filterable),
    inspect: set.parse(custom.inspect),
    wrapHeader: set.parse(custom.wrapHeaderText),
    cell: {
      ...cellType(String(cell.type ?? custom.displayMode ?? usual), String(cell.mode ?? "")),
      applyToRow: set.parse(cell.applyToRow),
      wrap: set.parse(cell.wrapText) || set.parse(custom.wrapText),
      valueColored: cell.valueDisplayMode === "color",
      showValue: cell.valueDisplayMode !== "hidden" && cell.hideValue !== true,
      image: { alt: text().parse(cell.alt) },
      line: {
        width: lineWidth.parse(cell.lineWidth ?? custom.lineWidth),
        fillOpacity: opacity.parse(cell.fillOpacity ?? custom.fillOpacity) / 100,
      },
    },
    reducers: footer.parse(custom.footer).reducers,
  };
}

function cellType(type: string, mode: string): { type: CellType; mode: "basic" | "gradient" | "lcd" } {
  switch (type) {
    case "gauge":
      return { type: "gauge", mode: mode === "lcd" || mode === "basic" ? mode : "gradient" };
    case "gradient-gauge":
      return { type: "gauge", mode: "gradient" };
    case "lcd-gauge":
      return { type: "gauge", mode: "lcd" };
    case "basic":
    case "basic-gauge":
      return { type: "gauge", mode: "basic" };
    case "color-background-solid":
      return { type: "color-background", mode: "basic" };
    default: {
      const known = cellTypes.find((one) => one === type) ?? "auto";
      return { type: known, mode: mode === "basic" ? "basic" : "gradient" };
    }
  }
}

function isHiddenFromViz(hideFrom: unknown): boolean {
  return typeof hideFrom === "object" && hideFrom !== null && "viz" in hideFrom && hideFrom.viz === true;
}
