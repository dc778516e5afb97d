import { createContext } from "react";
import type uPlot from "uplot";
import type { TooltipRow } from "./tooltip-node";

/** What lies over a chart over time and is not of its own data: annotations, exemplars. */
export interface ChartLayer {
  draw: (plot: uPlot) => void;
  /** What the tooltip adds at a place of the plot, in CSS px; `top` is null when another chart's pointer leads. */
  notesAt: (plot: uPlot, left: number, top: number | null) => TooltipRow[];
}

export const noLayers: readonly ChartLayer[] = [];

/** The layers of the panel around the chart. */
export const ChartLayersContext = createContext<readonly ChartLayer[]>(noLayers);
