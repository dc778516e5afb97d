import type { LegendEntry } from "@/lib/shared/panels/legend/legend-entries";
import type { ValueScaleModel } from "./time-chart-model";

/** Tells entries of the right axis from those of the left: the former stand below it. */
export function legendSides(
  entries: LegendEntry[],
  series: readonly { key: string }[],
  scaleKeys: readonly string[],
  scales: readonly ValueScaleModel[],
): LegendEntry[] {
  const atRight = new Set(scales.flatMap(({ key, placement }) => (placement === "right" ? [key] : [])));
  const keys = new Set(
    series.flatMap(({ key }, index) => (atRight.has(scaleKeys[index] ?? "") ? [key] : [])),
  );
  return entries.map((entry) => (keys.has(entry.key) ? { ...entry, onRight: true } : entry));
}
