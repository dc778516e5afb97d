import type uPlot from "uplot";
import type { ChartKind, TooltipPlace } from "./chart-kind";
import type { ChartPin } from "./chart-pin";
import { panelIdOf } from "./panel-id-of";
import type { TooltipContent } from "./tooltip-node";

/** What stays of the tooltip at the plot's cursor; null where there is nothing to say. */
export function pinAtCursor<M>(
  kind: ChartKind<M>,
  plot: uPlot,
  model: M,
  contentAt: (place: TooltipPlace) => TooltipContent | null,
): ChartPin | null {
  const { idx, left = -1, top = -1 } = plot.cursor;
  if (idx == null || left < 0 || top < 0) return null;
  const place = { plot, idx, left, top, whole: true };
  const series = kind.pressed?.(model, place) ?? null;
  const linked = series && series.links.length > 0 ? { title: series.name, rows: [], more: 0 } : null;
  const content = contentAt(place) ?? linked;
  const over = plot.over.getBoundingClientRect();
  if (!content) return null;
  const at = kind.overTime ? { atMs: Math.round(plot.posToVal(left, "x")), panelId: panelIdOf(plot) } : {};
  return { content, series, x: over.left + left, y: over.top + top, ...at };
}
