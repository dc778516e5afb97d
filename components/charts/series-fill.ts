import type uPlot from "uplot";
import { withAlpha } from "@/lib/shared/panels/fields/color-math";
import type { ColorStop, TimeSeriesModel } from "@/lib/shared/panels/timeseries/time-chart-model";

const NEARLY = 1e-6;

/** Colours by value along the scale: each stop's colour begins where the one before ends. */
export function schemeGradient(
  plot: uPlot,
  scaleKey: string,
  stops: ColorStop[],
  alpha: number,
): CanvasGradient | string {
  const { min, max } = plot.scales[scaleKey] ?? {};
  const first = stops[0];
  if (!first || min == null || max == null || min === max) return withAlpha(first?.color ?? "#888888", alpha);
  const bottom = plot.valToPos(min, scaleKey, true);
  const top = plot.valToPos(max, scaleKey, true);
  const gradient = plot.ctx.createLinearGradient(0, bottom, 0, top);
  let before = withAlpha(first.color, alpha);
  gradient.addColorStop(0, before);
  for (const { value, color } of stops) {
    const at = (plot.valToPos(value, scaleKey, true) - bottom) / (top - bottom);
    const own = withAlpha(color, alpha);
    if (Number.isFinite(at) && at > 0 && at < 1) {
      gradient.addColorStop(Math.max(0, at - NEARLY), before);
      gradient.addColorStop(at, own);
    }
    if (!(at >= 1)) before = own;
  }
  gradient.addColorStop(1, lastBelow(stops, max, before, alpha));
  return gradient;
}

function lastBelow(stops: ColorStop[], max: number, otherwise: string, alpha: number): string {
  const last = stops.findLast((stop) => stop.value <= max);
  return last ? withAlpha(last.color, alpha) : otherwise;
}

export function verticalFade(plot: uPlot, from: string, to: string): CanvasGradient {
  const { top, height } = plot.bbox;
  const gradient = plot.ctx.createLinearGradient(0, top, 0, top + height);
  gradient.addColorStop(0, from);
  gradient.addColorStop(1, to);
  return gradient;
}

/** The paint below (or above) a line. */
export function seriesFill(plot: uPlot, series: TimeSeriesModel): CanvasGradient | string {
  const { color, fillOpacity, gradient, stops, hues, scaleKey } = series;
  if (gradient === "opacity") return verticalFade(plot, withAlpha(color, fillOpacity), withAlpha(color, 0));
  if (hues) return verticalFade(plot, withAlpha(hues[0], fillOpacity), withAlpha(hues[1], fillOpacity));
  if (gradient === "scheme" && stops.length > 0) return schemeGradient(plot, scaleKey, stops, fillOpacity);
  return withAlpha(color, fillOpacity);
}

export function seriesStroke(plot: uPlot, series: TimeSeriesModel): CanvasGradient | string {
  if (series.gradient !== "scheme" || series.stops.length === 0) return series.color;
  return schemeGradient(plot, series.scaleKey, series.stops, 1);
}
