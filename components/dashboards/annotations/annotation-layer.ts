import uPlot from "uplot";
import type { ChartLayer } from "@/components/charts/chart-layer";
import { withAlpha } from "@/lib/shared/panels/fields/color-math";
import type { AnnotationEvent } from "@/lib/shared/prometheus/annotation-query";

export interface Mark extends AnnotationEvent {
  color: string;
  /** Of the annotation that it belongs to. */
  source: string;
}

const REACH_PX = 5;
const TRIANGLE_PX = 5;
const LEAST_REGION_PX = 3;
const MOST_NOTES = 5;

interface Placed {
  from: number;
  to: number;
}

function place(plot: uPlot, { fromMs, toMs }: Mark, canvas: boolean): Placed | null {
  const { min = 0, max = 0 } = plot.scales.x ?? {};
  if (toMs < min || fromMs > max) return null;
  const at = (ms: number) => plot.valToPos(Math.min(max, Math.max(min, ms)), "x", canvas);
  return { from: at(fromMs), to: at(toMs) };
}

function drawMark(plot: uPlot, mark: Mark): void {
  const placed = place(plot, mark, true);
  if (!placed) return;
  const { ctx, bbox } = plot;
  const ratio = uPlot.pxRatio;
  const { from, to } = placed;
  const bottom = bbox.top + bbox.height;
  ctx.fillStyle = withAlpha(mark.color, 0.12);
  if (to - from >= LEAST_REGION_PX * ratio) {
    ctx.fillRect(from, bbox.top, to - from, bbox.height);
    ctx.fillStyle = mark.color;
    ctx.fillRect(from, bottom - 2 * ratio, to - from, 3 * ratio);
  }
  ctx.strokeStyle = mark.color;
  ctx.beginPath();
  ctx.moveTo(from, bbox.top);
  ctx.lineTo(from, bottom);
  ctx.stroke();
  ctx.fillStyle = mark.color;
  ctx.beginPath();
  ctx.moveTo(from - TRIANGLE_PX * ratio, bottom + TRIANGLE_PX * ratio);
  ctx.lineTo(from + TRIANGLE_PX * ratio, bottom + TRIANGLE_PX * ratio);
  ctx.lineTo(from, bottom - ratio);
  ctx.fill();
}

/** A dashed line with a mark below for a moment, a tinted stretch for a time; told apart in the tooltip by name. */
export function annotationLayer(marks: readonly Mark[]): ChartLayer {
  return {
    draw: (plot) => {
      const { ctx, bbox } = plot;
      ctx.save();
      ctx.beginPath();
      ctx.rect(bbox.left - 1, bbox.top, bbox.width + 2, bbox.height + 2 * TRIANGLE_PX * uPlot.pxRatio);
      ctx.clip();
      ctx.lineWidth = uPlot.pxRatio;
      ctx.setLineDash([4 * uPlot.pxRatio, 4 * uPlot.pxRatio]);
      for (const mark of marks) drawMark(plot, mark);
      ctx.restore();
    },
    notesAt: (plot, left) =>
      marks
        .filter((mark) => {
          const placed = place(plot, mark, false);
          return placed !== null && left >= placed.from - REACH_PX && left <= placed.to + REACH_PX;
        })
        .slice(0, MOST_NOTES)
        .map(({ color, title, text, tags, source, id, author = "" }) => ({
          color,
          name: title || source,
          value:
            [text === title ? "" : text, ...tags, author].filter((part) => part !== "").join(" · ") || source,
          ...(id === undefined ? {} : { id }),
        })),
  };
}
