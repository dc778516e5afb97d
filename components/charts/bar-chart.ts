import uPlot from "uplot";
import type { BarchartModel, BarSeries } from "@/lib/shared/panels/barchart/prepare";
import { withAlpha } from "@/lib/shared/panels/fields/color-math";
import { type BarBox, barBoxes } from "./bar-boxes";
import { drawBarLabels } from "./bar-labels";
import { categoryAxis } from "./category-axis";
import type { ChartKind, ChartOptions, TooltipPlace } from "./chart-kind";
import type { PressedSeries } from "./chart-pin";
import { chartThemes } from "./chart-theme";
import { drawThresholdAreas, drawThresholdLines } from "./draw-thresholds";
import { measureText } from "./measure-text";
import { RIGHT_PADDING_PX } from "./time-axis";
import type { TooltipContent } from "./tooltip-node";
import { valueAxis } from "./value-axis";

const TOP_PADDING_PX = 17;
const [TOP, BOTTOM] = [0, 2];
const VALUE_AXIS_PX = 26;
const LABEL_DISTANCE_PX = 18;

/** Bars of a model, upright or across; a chart keeps its direction. */
export function barChart(across: boolean): ChartKind<BarchartModel> {
  return across ? acrossChart : uprightChart;
}

function paint(plot: uPlot, { color, fillOpacity, gradient }: BarSeries, across: boolean) {
  if (!gradient) return withAlpha(color, fillOpacity);
  const { left, top, width, height } = plot.bbox;
  const fade = across
    ? plot.ctx.createLinearGradient(left + width, 0, left, 0)
    : plot.ctx.createLinearGradient(0, top, 0, top + height);
  fade.addColorStop(0, gradient[0]);
  fade.addColorStop(1, gradient[1]);
  return fade;
}

function drawBars(plot: uPlot, model: BarchartModel, across: boolean): void {
  const { ctx, bbox } = plot;
  const boxes = barBoxes(plot, model, across);
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  const paints = model.series.map((one) => paint(plot, one, across));
  for (const { series, category, left, top, width, height } of boxes) {
    const one = model.series[series];
    if (!one) continue;
    const own = one.colors?.[category];
    const line = Math.min(one.lineWidth * uPlot.pxRatio, width, height);
    ctx.beginPath();
    const radius = model.barRadius * (across ? height : width);
    ctx.roundRect(
      left + line / 2,
      top + line / 2,
      width - line,
      height - line,
      roundEnds(model, one, category, radius, across),
    );
    ctx.fillStyle = own === undefined ? (paints[series] ?? one.color) : withAlpha(own, one.fillOpacity);
    ctx.fill();
    if (line === 0) continue;
    ctx.lineWidth = line;
    ctx.strokeStyle = own ?? one.color;
    ctx.stroke();
  }
  ctx.restore();
  if (model.showValues !== "never") drawBarLabels(plot, model, boxes, across);
}

/** Only the end that says the value is round. */
function roundEnds(
  model: BarchartModel,
  one: BarSeries,
  category: number,
  radius: number,
  across: boolean,
): number[] {
  const negative = (one.top[category] ?? 0) < (one.base[category] ?? 0);
  const [far, near] = negative ? [0, radius] : [radius, 0];
  if (model.barRadius === 0) return [0];
  return across ? [near, far, far, near] : [far, far, near, near];
}

function options(current: () => BarchartModel, across: boolean): ChartOptions {
  const model = current();
  const theme = chartThemes[model.theme];
  const scales: uPlot.Scales = {
    x: { time: false, ori: across ? 1 : 0, dir: across ? -1 : 1, range: () => current().places.extent },
  };
  const axes: uPlot.Axis[] = [categoryAxis(current, theme, across)];
  model.scales.forEach((scale, index) => {
    const now = () => current().scales[index] ?? scale;
    const { distribution } = scale;
    scales[scale.key] = {
      ori: across ? 0 : 1,
      range: () => now().bounds,
      distr: distribution.type === "log" ? 3 : distribution.type === "symlog" ? 4 : 1,
      ...(distribution.type === "linear" ? {} : { log: distribution.base === 2 ? 2 : 10 }),
    };
    axes.push(across ? lyingAxis(now, valueAxis(now, theme)) : valueAxis(now, theme));
  });
  const [first] = model.scales;
  return {
    ms: 1,
    padding: [TOP_PADDING_PX, RIGHT_PADDING_PX, across ? null : 0, null],
    scales,
    axes,
    series: [{}, { scale: first?.key ?? "y", paths: () => null, points: { show: false } }],
    cursor: { points: { show: false }, x: false },
    hooks: {
      drawAxes: [(plot) => (across ? undefined : drawThresholdAreas(plot, current().scales))],
      draw: [
        (plot) => drawBars(plot, current(), across),
        (plot) => (across ? undefined : drawThresholdLines(plot, current().scales)),
      ],
    },
  };
}

function lyingAxis(scale: () => BarchartModel["scales"][number], axis: uPlot.Axis): uPlot.Axis {
  const { bounds, placement } = scale();
  return {
    ...axis,
    side: placement === "right" ? TOP : BOTTOM,
    size: VALUE_AXIS_PX,
    space: () => Math.max(...bounds.map((bound) => measureText(scale().format(bound)))) + LABEL_DISTANCE_PX,
  };
}

function boxAt(
  plot: uPlot,
  model: BarchartModel,
  across: boolean,
  left: number,
  top: number,
): BarBox | undefined {
  const [x, y] = [plot.bbox.left + left * uPlot.pxRatio, plot.bbox.top + top * uPlot.pxRatio];
  return barBoxes(plot, model, across).find(
    (box) => x >= box.left && x <= box.left + box.width && y >= box.top && y <= box.top + box.height,
  );
}

function tooltip(
  model: BarchartModel,
  { plot, idx, left, top }: TooltipPlace,
  across: boolean,
): TooltipContent | null {
  if (model.tooltip === "none") return null;
  const box = top === null ? undefined : boxAt(plot, model, across, left, top);
  const category = box?.category ?? idx;
  const title = model.categories[category];
  if (title === undefined) return null;
  const rows = model.series.flatMap((one, index) => {
    const value = one.values[category];
    if (!one.inTooltip || value == null || (model.tooltip === "single" && box && box.series !== index))
      return [];
    const part = (one.top[category] ?? 0) - (one.base[category] ?? 0);
    const color = one.colors?.[category] ?? one.color;
    return [
      {
        color,
        name: one.name,
        value: one.text(part),
        strong: model.tooltip === "multi" && box?.series === index,
      },
    ];
  });
  return rows.length > 0 ? { title, rows, more: 0 } : null;
}

/** The bar at a place; beside it, that of its category where there is no other. */
function pressed(
  model: BarchartModel,
  { plot, idx, left, top }: TooltipPlace,
  across: boolean,
): PressedSeries | null {
  const box = top === null ? undefined : boxAt(plot, model, across, left, top);
  const [only, second] = model.series;
  const one = box ? model.series[box.series] : second ? undefined : only;
  return one ? { name: one.name, labels: {}, links: one.links?.(box?.category ?? idx) ?? [] } : null;
}

function kindOf(across: boolean): ChartKind<BarchartModel> {
  return {
    overTime: false,
    structure: ({ theme, scales, tickRotation, categoryLabel }) =>
      JSON.stringify([
        theme,
        tickRotation,
        categoryLabel,
        scales.map(({ key, placement, label, grid, border, color, width }) => [
          key,
          placement,
          label,
          grid,
          border,
          color,
          width,
        ]),
      ]),
    options: (current) => options(current, across),
    data: (model) => [model.categories.map((_, index) => index), model.categories.map(() => null)],
    tooltip: (model, place) => tooltip(model, place, across),
    pressed: (model, place) => pressed(model, place, across),
  };
}

const uprightChart = kindOf(false);
const acrossChart = kindOf(true);
