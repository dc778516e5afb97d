import type { ReadPanel, ReadTarget } from "@/lib/shared/dashboards/reading-model";

/** More lines, lanes or tiles than this tell nobody anything and stop the page. */
export const mostSeries = 500;

/** These count the samples of all series. */
const summing = new Set(["heatmap", "histogram"]);

/** How many series of a query its panel can draw; what is summed up or listed first is wanted whole. */
export function seriesWanted(panel: ReadPanel, target: ReadTarget): number {
  const each =
    target.format === "time_series" &&
    panel.transformations.length === 0 &&
    !panel.targets.some(({ expression }) => expression !== undefined) &&
    !summing.has(panel.type);
  return each ? mostSeries : Number.POSITIVE_INFINITY;
}
