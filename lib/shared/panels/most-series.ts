import type { ReadPanel, ReadTarget } from "@/lib/shared/dashboards/reading-model";
import type { Frame } from "@/lib/shared/prometheus/frame";

/** More lines, lanes or tiles than this tell nobody anything and stop the page. */
export const mostSeries = 500;

/** How many series of a query its panel can draw; what is summed up or listed first is wanted whole. */
export function seriesWanted(panel: ReadPanel, target: ReadTarget): number {
  const each =
    target.format === "time_series" && panel.transformations.length === 0 && panel.type !== "heatmap";
  return each ? mostSeries : Number.POSITIVE_INFINITY;
}

/** The first series of an answer, and how many more there were. */
export function withFewerSeries<F extends Frame>(frame: F, most: number): F {
  const leftOut = frame.series.length - most;
  return leftOut > 0 ? { ...frame, series: frame.series.slice(0, most), leftOut } : frame;
}
