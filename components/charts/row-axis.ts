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
}

const GAP_PX = 5;
const LABEL_HEIGHT_PX = 16;

/** A vertical axis of rows, each one unit high; where rows are low, only every n-th gets its label. */
export function rowAxis({ axis, theme, labels, between, grid }: RowAxisOptions): uPlot.Axis {
  const offset = between ? 0 : 0.5;
  const limit = (plot: uPlot) => plot.width / 3;
  // uPlot breaks labels at line ends, which would write one row over the next.
  const texts = () => labels().map((label) => label.replace(/\s+/g, " "));
  return {
    scale: "y",
    show: axis.placement !== "hidden",
    side: axis.placement === "right" ? 1 : 3,
    stroke: theme.text,
    font: axisFont(),
    gap: GAP_PX,
    splits: (plot) => {
      const height = plot.bbox.height / (globalThis.devicePixelRatio || 1) || plot.height;
      const count = labels().length;
      const every = Math.max(1, Math.ceil((count * LABEL_HEIGHT_PX) / Math.max(1, height)));
      return Array.from({ length: Math.ceil(count / every) }, (_, index) => index * every + offset);
    },
    values: (plot, splits) => splits.map((split) => fitText(texts()[split - offset] ?? "", limit(plot))),
    size: (plot) => axis.width ?? Math.ceil(widest(texts(), limit(plot)) + GAP_PX + 4),
    grid: { show: grid, stroke: theme.grid, width: 1 },
    ticks: { show: false },
    ...(axis.label ? { label: axis.label, labelFont: axisFont(), labelSize: 20, labelGap: 2 } : {}),
  };
}

function widest(labels: string[], limit: number): number {
  let width = 0;
  for (const label of labels) width = Math.max(width, Math.min(limit, measureText(label)));
  return width;
}
