import type uPlot from "uplot";

/** The id of the panel that a chart is drawn in; null elsewhere. */
export function panelIdOf({ root }: uPlot): number | null {
  const id = Number(root.closest("[data-panel-id]")?.getAttribute("data-panel-id") ?? Number.NaN);
  return Number.isInteger(id) ? id : null;
}
