import { createContext } from "react";
import type uPlot from "uplot";
import type { TooltipContent, TooltipRow } from "./tooltip-node";

/** What lies over a chart over time and is not of its own data: annotations, exemplars. */
export interface ChartLayer {
  draw: (plot: uPlot) => void;
  /** What the tooltip adds at a place of the plot, in CSS px; `top` is null when another chart's pointer leads. */
  notesAt: (plot: uPlot, left: number, top: number | null) => TooltipRow[];
}

export const noLayers: readonly ChartLayer[] = [];

/** The layers of the panel around the chart. */
export const ChartLayersContext = createContext<readonly ChartLayer[]>(noLayers);

/** A tooltip with what the layers add before the chart's own rows. */
export function withNotes(own: TooltipContent | null, notes: TooltipRow[]): TooltipContent | null {
  if (notes.length === 0) return own;
  const rows = [...notes.map((row) => ({ ...row, note: true })), ...(own?.rows ?? [])];
  return { title: "", more: 0, ...own, rows };
}
