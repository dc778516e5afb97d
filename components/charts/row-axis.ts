import type uPlot from "uplot";
import type { ChartTheme } from "./chart-theme";
import { axisFont, fitText, measureText } from "./measure-text";

export interface RowAxisModel {
  placement: "left" | "right" | "hidden";
  label: string;
  width: number | null;
}

interface RowAxisOptions {
  axis: RowAxisModel;
  theme: ChartTheme;
  /** Labels from the bottom up: beside each row, or between rows when there is one more than rows. */
  labels: () => string[];
  between: boolean;
  grid: boolean;
  /** The rows that are named, instead of all for which there is room. */
  rows?: (plot: uPlot) => number[];
  /** Where a row's name stands. */
  place?: (row: number) => number;
}

const GAP_PX = 5;
const LABEL_HEIGHT_PX = 16;

/** Every second one is left out until the others have this much room: what Grafana does for buckets. */
export function roomyRows(count: number, heightPx: number, leastPx: number): number[] {
  let places = Array.from({ length: count }, (_, index) => index);
  while (places.length > 3 && heightPx / places.length < leastPx)
    places = places.filter((_, index) => index % 2 === 0);
  return places;
}

/** A vertical axis of rows, each one unit high; where rows are low, only every n-th gets its label. */
export function rowAxis({ axis, theme, labels, between, grid, ...own }: RowAxisOptions): uPlot.Axis {
  const place = own.place ?? ((row: number) => row + (between ? 0 : 0.5));
  const limit = (plot: uPlot) => plot.width / 3;
  const rows = own.rows ?? ((plot: uPlot) => everyNth(labels().length, plot));
  // uPlot breaks labels at line ends, which would write one row over the next.
  const texts = () => labels().map((label) => label.replace(/\s+/g, " "));
  return {
    scale: "y",
    show: axis.placement !== "hidden",
    side: axis.placement === "right" ? 1 : 3,
    stroke: theme.text,
    font: axisFont(),
    gap: GAP_PX,
    splits: (plot) => rows(plot).map(place),
    values: (plot) => rows(plot).map((row) => fitText(texts()[row] ?? "", limit(plot))),
    size: (plot) => axis.width ?? Math.ceil(widest(texts(), limit(plot)) + GAP_PX + 4),
    grid: { show: grid, stroke: theme.grid, width: 1 },
    ticks: { show: false },
    ...(axis.label ? { label: axis.label, labelFont: axisFont(), labelSize: 20, labelGap: 2 } : {}),
  };
}

function everyNth(count: number, plot: uPlot): number[] {
  const height = plot.bbox.height / (globalThis.devicePixelRatio || 1) || plot.height;
  const every = Math.max(1, Math.ceil((count * LABEL_HEIGHT_PX) / Math.max(1, height)));
  return Array.from({ length: Math.ceil(count / every) }, (_, index) => index * every);
}

function widest(labels: string[], limit: number): number {
  let width = 0;
  for (const label of labels) width = Math.max(width, Math.min(limit, measureText(label)));
  return width;
}
