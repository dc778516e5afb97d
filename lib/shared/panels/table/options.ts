import * as z from "zod";
import type { JsonObject } from "@/lib/shared/json";

export const TableOptions = z.object({
  showHeader: z.boolean().catch(true),
  cellHeight: z.enum(["sm", "md", "lg"]).catch("sm"),
  frameIndex: z.number().int().min(0).catch(0),
  sortBy: z
    .array(
      z.object({
        displayName: z.string().catch(""),
        /** Old tables sort by the column's place. */
        index: z.number().optional().catch(undefined),
        desc: z.boolean().catch(false),
      }),
    )
    .catch([]),
  footer: z
    .object({
      show: z.boolean().catch(false),
      reducer: z.array(z.string()).catch([]),
      fields: z.union([z.array(z.string()), z.string()]).catch([]),
      countRows: z.boolean().catch(false),
    })
    .catch({ show: false, reducer: [], fields: [], countRows: false }),
});

export type TableOptions = z.infer<typeof TableOptions>;

const cellTypes = [
  "auto",
  "color-text",
  "color-background",
  "gauge",
  "json-view",
  "image",
  "sparkline",
  "data-links",
] as const;
export type CellType = (typeof cellTypes)[number];

export interface ColumnOptions {
  align: "left" | "center" | "right" | "auto";
  width: number | null;
  minWidth: number;
  hidden: boolean;
  filterable: boolean;
  cell: {
    type: CellType;
    mode: "basic" | "gradient" | "lcd";
    applyToRow: boolean;
    wrap: boolean;
    showValue: boolean;
  };
}

const number = z.number().positive().nullable().catch(null);
const flag = z.boolean().catch(false);
const align = z.enum(["left", "center", "right", "auto"]).catch("auto");

/** A column's `custom` field settings, of today and of Grafana 7 and 8 (`displayMode`). */
export function readColumnOptions(custom: JsonObject): ColumnOptions {
  const stored = custom.cellOptions;
  const cell = typeof stored === "object" && stored !== null && !Array.isArray(stored) ? stored : {};
  return {
    align: align.parse(custom.align),
    width: number.parse(custom.width),
    minWidth: number.parse(custom.minWidth) ?? 110,
    hidden: flag.parse(custom.hidden) || isHiddenFromViz(custom.hideFrom),
    filterable: flag.parse(custom.filterable),
    cell: {
      ...cellType(String(cell.type ?? custom.displayMode ?? "auto"), String(cell.mode ?? "")),
      applyToRow: flag.parse(cell.applyToRow),
      wrap: flag.parse(cell.wrapText),
      showValue: cell.valueDisplayMode !== "hidden",
    },
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
