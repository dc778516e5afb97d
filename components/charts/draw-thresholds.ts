import uPlot from "uplot";
import { withAlpha } from "@/lib/shared/panels/fields/color-math";
import type { ValueScaleModel } from "@/lib/shared/panels/timeseries/time-chart-model";

const AREA_ALPHA = 0.15;
const LINE_ALPHA = 0.8;

function positionOf(plot: uPlot, scale: ValueScaleModel, value: number): number {
  const [min, max] = scale.bounds;
  return plot.valToPos(Math.min(max, Math.max(min, value)), scale.key, true);
}

/** Under the series: from each threshold up to the next. */
export function drawThresholdAreas(plot: uPlot, scales: ValueScaleModel[]): void {
  for (const scale of scales) drawAreas(plot, scale);
}

function drawAreas(plot: uPlot, scale: ValueScaleModel): void {
  const { thresholds } = scale;
  if (!thresholds?.areas) return;
  const { ctx, bbox } = plot;
  ctx.save();
  thresholds.stops.forEach((stop, index) => {
    const bottom = positionOf(plot, scale, stop.value);
    const next = thresholds.stops[index + 1];
    const top = positionOf(plot, scale, next ? next.value : scale.bounds[1]);
    ctx.fillStyle = withAlpha(stop.color, AREA_ALPHA);
    ctx.fillRect(bbox.left, top, bbox.width, bottom - top);
  });
  ctx.restore();
}

/** Over the series; the first stop has no lower edge worth a line. */
export function drawThresholdLines(plot: uPlot, scales: ValueScaleModel[]): void {
  for (const scale of scales) drawLines(plot, scale, uPlot.pxRatio);
}

function drawLines(plot: uPlot, scale: ValueScaleModel, pixelRatio: number): void {
  const { thresholds, bounds } = scale;
  if (!thresholds || thresholds.lines === "none") return;
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.lineWidth = 2 * pixelRatio;
  ctx.setLineDash(thresholds.lines === "dashed" ? [10 * pixelRatio, 10 * pixelRatio] : []);
  for (const { value, color } of thresholds.stops) {
    if (!(value > bounds[0] && value <= bounds[1])) continue;
    const y = Math.round(positionOf(plot, scale, value));
    ctx.strokeStyle = withAlpha(color, LINE_ALPHA);
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
  }
  ctx.restore();
}
