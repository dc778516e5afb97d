import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { isJsonObject } from "@/lib/shared/json";

/** The panel with its legend shown instead of hidden, or the other way; for looking only. */
export function toggleLegend(panel: ReadPanel): ReadPanel {
  const legend = isJsonObject(panel.options.legend) ? panel.options.legend : {};
  const shown = legend.showLegend !== false && legend.displayMode !== "hidden";
  const displayMode = legend.displayMode === "hidden" ? "list" : (legend.displayMode ?? "list");
  return { ...panel, options: { ...panel.options, legend: { ...legend, displayMode, showLegend: !shown } } };
}
