import uPlot from "uplot";
import type { HeatmapModel } from "@/lib/shared/panels/heatmap/heatmap-model";
import { rowOfValue } from "@/lib/shared/panels/heatmap/row-of-value";
import { timeText } from "@/lib/shared/panels/timeseries/time-text";
import { bucketAxis } from "./bucket-axis";
import { cellSpan } from "./cell-span";
import type { ChartKind, ChartOptions, TooltipPlace } from "./chart-kind";
import { chartThemes } from "./chart-theme";
import { spreadPicture } from "./spread-picture";
import { RIGHT_PADDING_PX, timeAxis } from "./time-axis";
import { timeScale } from "./time-scale";
import type { TooltipContent } from "./tooltip-node";
import { valuePlaces } from "./value-places";

const EMPTY_CELL = -1;

function structure({ theme, timeZone, axis, edges, steps }: HeatmapModel): string {
  return JSON.stringify([theme, timeZone, axis, edges !== null, steps !== null]);
}

/** Fills the cells, one path a colour: changing the fill style costs more than a rectangle. */
function drawCells(plot: uPlot, model: HeatmapModel): void {
  const { ctx, bbox } = plot;
  const { timesMs, columnMs, cells, cellGap, palette, rows } = model;
  const columns = timesMs.length;
  const gap = cellGap * uPlot.pxRatio;
  const lefts = timesMs.map((time) => plot.valToPos(time - columnMs, "x", true));
  const rights = timesMs.map((time) => plot.valToPos(time, "x", true));
  const byColor = palette.map(() => new Path2D());
  rows.forEach((_, row) => {
    const top = plot.valToPos(row + 1, "y", true);
    const height = plot.valToPos(row, "y", true) - top;
    for (let column = 0; column < columns; column++) {
      const color = cells[row * columns + column] ?? EMPTY_CELL;
      if (color === EMPTY_CELL) continue;
      const left = lefts[column] ?? 0;
      const [from, width] = cellSpan(left, (rights[column] ?? 0) - left, gap);
      const [above, tall] = cellSpan(top, height, gap);
      byColor[color]?.rect(from, above, width, tall);
    }
  });
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  byColor.forEach((path, color) => {
    ctx.fillStyle = palette[color] ?? "transparent";
    ctx.fill(path);
  });
  ctx.restore();
}

function options(current: () => HeatmapModel): ChartOptions {
  const model = current();
  const theme = chartThemes[model.theme];
  return {
    ms: 1,
    padding: [8, RIGHT_PADDING_PX, 0, null],
    scales: {
      x: timeScale(current),
      y: { range: () => current().extent },
    },
    axes: [timeAxis(current, theme), bucketAxis(current, theme)],
    series: [{}, { scale: "y", paths: () => null, points: { show: false } }],
    cursor: { points: { show: false } },
    hooks: {
      init: [
        (plot) => {
          valuePlaces.set(plot, (value) => rowOfValue(current().bounds ?? [], value));
        },
      ],
      draw: [(plot) => drawCells(plot, current())],
    },
  };
}

function tooltip(model: HeatmapModel, { plot, left, top }: TooltipPlace): TooltipContent | null {
  if (!model.tooltip || top === null) return null;
  const timeMs = plot.posToVal(left, "x");
  const column = model.timesMs.findIndex((end) => timeMs > end - model.columnMs && timeMs <= end);
  const rowIndex = Math.floor(plot.posToVal(top, "y"));
  const end = model.timesMs[column];
  const row = model.rows[rowIndex];
  if (end === undefined || !row) return null;
  const count = row.counts[column] ?? null;
  const color = model.palette[model.cells[rowIndex * model.timesMs.length + column] ?? EMPTY_CELL];
  const rows = [{ color: null, name: "Bucket", value: row.label }];
  const value = count === null ? "no data" : model.formatCount(count);
  return {
    title: `${timeText(end - model.columnMs, model.timeZone)} – ${timeText(end, model.timeZone).slice(11)}`,
    rows: [...rows, { color: color ?? null, name: "Count", value }],
    more: 0,
    ...(model.spread ? { picture: spreadPicture(model, column, rowIndex) } : {}),
  };
}

/** Buckets over time, coloured by count. */
export const heatmapChart: ChartKind<HeatmapModel> = {
  overTime: true,
  structure,
  options,
  data: (model) => [model.timesMs, model.timesMs.map(() => null)],
  tooltip,
};
