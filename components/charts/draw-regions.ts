import uPlot from "uplot";
import type { TimeRegion } from "@/lib/shared/panels/timeseries/time-chart-model";

/** Under the series: stretches of time that the panel marks. */
export function drawRegions(plot: uPlot, regions: readonly TimeRegion[]): void {
  const { ctx, bbox } = plot;
  ctx.save();
  for (const { fromMs, toMs, fill, line } of regions) {
    const [left, right] = [fromMs, toMs].map((ms) => plot.valToPos(ms, "x", true)) as [number, number];
    if (fill) {
      ctx.fillStyle = fill;
      ctx.fillRect(left, bbox.top, right - left, bbox.height);
    }
    if (!line) continue;
    ctx.strokeStyle = line;
    ctx.lineWidth = uPlot.pxRatio;
    ctx.strokeRect(left, bbox.top, right - left, bbox.height);
  }
  ctx.restore();
}
