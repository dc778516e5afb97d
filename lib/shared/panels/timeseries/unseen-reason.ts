import type { TimeSeriesModel, ValueScaleModel } from "./time-chart-model";

/** Why a chart that has samples shows no mark: no axis holds NaN and infinities, a logarithmic one nothing below. */
export type UnseenReason = "no_numbers" | "not_positive";

/** Null where something is drawn, or where there is nothing to draw. */
export function unseenReason(
  series: readonly TimeSeriesModel[],
  scales: readonly ValueScaleModel[],
): UnseenReason | null {
  const logarithmic = new Set(
    scales.flatMap(({ key, distribution }) => (distribution.type === "log" ? [key] : [])),
  );
  let reason: UnseenReason | null = null;
  for (const { visible, plotted, raw, scaleKey } of series) {
    if (!visible) continue;
    const least = logarithmic.has(scaleKey) ? 0 : Number.NEGATIVE_INFINITY;
    if (plotted.some((value) => value != null && Number.isFinite(value) && value > least)) return null;
    if (plotted.some((value) => value != null && Number.isFinite(value))) reason = "not_positive";
    else if (raw.some((value) => value !== null)) reason ??= "no_numbers";
  }
  return reason;
}
