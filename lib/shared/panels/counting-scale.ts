import type { ReadPanel, ReadTarget } from "@/lib/shared/dashboards/reading-model";
import type { ValueScale } from "@/lib/shared/prometheus/frame";
import { HeatmapOptions } from "./heatmap/options";
import { valueScale } from "./heatmap/value-scale";
import { HistogramOptions } from "./histogram/options";
import { bucketSize } from "./histogram/value-buckets";

export type ScaleFor = (low: number, high: number) => ValueScale;

/** The buckets into which a panel sorts the values of a query, so that they can be counted where they are; null for others. */
export function countingScale(panel: ReadPanel, { format }: ReadTarget): ScaleFor | null {
  if (panel.transformations.length > 0 || format === "table") return null;
  if (panel.type === "heatmap") {
    const { calculate, calculation } = HeatmapOptions.parse(panel.options);
    return calculate ? (low, high) => valueScale(low, high, calculation.yBuckets) : null;
  }
  if (panel.type !== "histogram") return null;
  const {
    bucketSize: size,
    bucketCount: count,
    bucketOffset: offset,
  } = HistogramOptions.parse(panel.options);
  return (low, high) => ({ kind: "linear", size: bucketSize(low, high, { size, count, offset }), offset });
}
