import type uPlot from "uplot";
import type { PressedSeries } from "./chart-pin";
import type { TooltipContent } from "./tooltip-node";

/** What a chart of one kind must know to be drawn by uPlot; `M` is its prepared model. */
export interface ChartKind<M> {
  /** The x axis is time: the chart shares its crosshair and can be panned and zoomed. */
  overTime: boolean;
  /** Models of equal structure share one uPlot and only exchange data. */
  structure: (model: M) => string;
  data: (model: M) => uPlot.AlignedData;
  /** Options may hold functions that read `current()`: it is always the newest model. */
  options: (current: () => M) => ChartOptions;
  /** What the tooltip says at a place of the plot; null for nothing. */
  tooltip: (model: M, place: TooltipPlace) => TooltipContent | null;
  /** The series that a press at a place means; kinds without it have none of their own. */
  pressed?: (model: M, place: TooltipPlace) => PressedSeries | null;
  /** Whether each series is drawn; kinds without it draw all. */
  visible?: (model: M) => boolean[];
}

export type ChartOptions = Pick<
  uPlot.Options,
  "series" | "scales" | "axes" | "bands" | "hooks" | "cursor" | "padding" | "ms" | "drawOrder"
>;

export interface TooltipPlace {
  plot: uPlot;
  idx: number;
  /** CSS px inside the plotting area; `top` is null when another chart's pointer leads. */
  left: number;
  top: number | null;
  /** Every row is wanted, however many: what is shown can be scrolled. */
  whole?: boolean;
}
