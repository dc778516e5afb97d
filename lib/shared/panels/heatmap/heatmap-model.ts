export interface HeatmapRow {
  /** What the tooltip calls the bucket. */
  label: string;
  /** Per column; null where nothing is known. */
  counts: (number | null)[];
}

export interface HeatmapModel {
  theme: "dark" | "light";
  timeZone: string;
  range: { fromMs: number; toMs: number };
  /** Columns: each reaches back by `columnMs` from its time. */
  timesMs: number[];
  columnMs: number;
  /** From the bottom up. */
  rows: HeatmapRow[];
  /** Labels between the rows (one more than rows), or null: then `label` stands beside each row. */
  edges: string[] | null;
  /** Which edges are named; null for all that have room. */
  named: number[] | null;
  /** Rows are equal steps of a number, which has ticks like any other axis. */
  steps: { format: (value: number, decimals?: number) => string } | null;
  /** The rows that are in view. */
  extent: [from: number, to: number];
  /** The same as numbers, where the rows are buckets of numbers. */
  bounds: number[] | null;
  palette: string[];
  /** Counts at both ends of the palette. */
  colorRange: { min: number; max: number };
  /** Palette index of each cell, row by row; -1 stays empty. */
  cells: Int16Array;
  cellGap: number;
  axis: { placement: "left" | "right" | "hidden"; label: string; width: number | null };
  legend: { minText: string; maxText: string } | null;
  tooltip: boolean;
  /** The tooltip draws how the counts of its time are spread. */
  spread: boolean;
  formatCount: (count: number) => string;
}
