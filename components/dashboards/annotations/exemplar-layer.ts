import uPlot from "uplot";
import type { ChartLayer } from "@/components/charts/chart-layer";
import { valuePlaces } from "@/components/charts/value-places";
import { colorByName } from "@/lib/shared/panels/fields/named-colors";
import type { Exemplar } from "@/lib/shared/prometheus/frame";

const HALF_PX = 4;
const REACH_PX = 8;
const MOST_NOTES = 2;
const MOST_LABELS = 4;

/** Where on the plot, on its first value axis; null when it lies outside. */
function place(plot: uPlot, { timeMs, value }: Exemplar, canvas: boolean): { x: number; y: number } | null {
  const key = plot.series[1]?.scale ?? "y";
  const { min = 0, max = 0 } = plot.scales.x ?? {};
  const { min: low, max: high } = plot.scales[key] ?? {};
  const rows = valuePlaces.get(plot);
  const level = rows ? rows(value) : value;
  if (low == null || high == null || level === null) return null;
  if (timeMs < min || timeMs > max || level < low || level > high) return null;
  return { x: plot.valToPos(timeMs, "x", canvas), y: plot.valToPos(level, key, canvas) };
}

/** Diamonds at single measurements; the tooltip says to which trace they belong. */
export function exemplarLayer(exemplars: readonly Exemplar[], theme: "dark" | "light"): ChartLayer {
  const color = colorByName("blue", theme);
  return {
    draw: (plot) => {
      const { ctx } = plot;
      const half = HALF_PX * uPlot.pxRatio;
      ctx.save();
      ctx.fillStyle = color;
      ctx.beginPath();
      for (const exemplar of exemplars) {
        const at = place(plot, exemplar, true);
        if (!at) continue;
        ctx.moveTo(at.x, at.y - half);
        ctx.lineTo(at.x + half, at.y);
        ctx.lineTo(at.x, at.y + half);
        ctx.lineTo(at.x - half, at.y);
        ctx.closePath();
      }
      ctx.fill();
      ctx.restore();
    },
    notesAt: (plot, left, top) => {
      if (top === null) return [];
      return exemplars
        .filter((exemplar) => {
          const at = place(plot, exemplar, false);
          return at !== null && Math.hypot(at.x - left, at.y - top) <= REACH_PX;
        })
        .slice(0, MOST_NOTES)
        .flatMap(({ value, labels }) => [
          { color, name: "Exemplar", value: String(value) },
          ...Object.entries(labels)
            .slice(0, MOST_LABELS)
            .map(([name, text]) => ({ color: null, name, value: text })),
        ]);
    },
  };
}
