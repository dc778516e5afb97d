import uPlot from "uplot";
import { withAlpha } from "@/lib/shared/panels/fields/color-math";
import type { HistogramModel } from "@/lib/shared/panels/histogram/histogram-model";
import type { ChartKind, ChartOptions, TooltipPlace } from "./chart-kind";
import { chartThemes } from "./chart-theme";
import { axisFont, measureText } from "./measure-text";
import { verticalFade } from "./series-fill";
import { RIGHT_PADDING_PX } from "./time-axis";
import type { TooltipContent } from "./tooltip-node";
import { tickDecimals } from "./value-axis";

const LABEL_DISTANCE_PX = 18;
const GAP_PX = 5;
const wholeSteps = [1, 2, 5]
  .flatMap((step) => Array.from({ length: 13 }, (_, power) => step * 10 ** power))
  .sort((a, b) => a - b);

function structure({ theme, series }: HistogramModel): string {
  return JSON.stringify([
    theme,
    series.map(({ color, fillOpacity, lineWidth, gradient }) => [color, fillOpacity, lineWidth, gradient]),
  ]);
}

function axes(current: () => HistogramModel): uPlot.Axis[] {
  const theme = chartThemes[current().theme];
  const shared = {
    stroke: theme.text,
    font: axisFont(),
    gap: GAP_PX,
    grid: { stroke: theme.grid, width: 1 },
    ticks: { show: false },
  };
  const valueText = (value: number, increment: number) =>
    current().formatValue(value, tickDecimals(increment) || undefined);
  return [
    {
      ...shared,
      scale: "x",
      size: 26,
      space: (_plot, _axis, min, max) =>
        Math.max(measureText(valueText(min, max - min)), measureText(valueText(max, max - min))) +
        LABEL_DISTANCE_PX,
      values: (_plot, splits, _axis, _space, increment) => splits.map((split) => valueText(split, increment)),
    },
    {
      ...shared,
      scale: "y",
      size: (_plot, values) =>
        Math.ceil(Math.max(0, ...(values ?? []).map((value) => measureText(String(value ?? "")))) + 9),
      incrs: () => (current().countBounds[1] > 1 ? wholeSteps : [0.25]),
      values: (_plot, splits) => splits.map((split) => current().formatTop(split)),
    },
  ];
}

function facet(current: () => HistogramModel, edge: "base" | "top"): uPlot.Series.BarsPathBuilderFacet {
  return { unit: 1, values: (_plot, index) => current().series[index - 1]?.[edge] ?? [] };
}

function options(current: () => HistogramModel): ChartOptions {
  const model = current();
  return {
    ms: 1,
    padding: [8, RIGHT_PADDING_PX, 0, null],
    scales: {
      x: { time: false, range: () => current().bounds },
      y: { range: () => current().countBounds },
    },
    axes: axes(current),
    series: [
      {},
      ...model.series.map(
        ({ color, fillOpacity, lineWidth, gradient }): uPlot.Series => ({
          scale: "y",
          width: lineWidth,
          stroke: color,
          fill: (plot) => (gradient ? verticalFade(plot, ...gradient) : withAlpha(color, fillOpacity)),
          paths: uPlot.paths.bars?.({
            align: 1,
            size: [1, Number.POSITIVE_INFINITY, 1],
            gap: 1,
            disp: { y0: facet(current, "base"), y1: facet(current, "top") },
          }),
          points: { show: false },
        }),
      ),
    ],
    cursor: { points: { show: false } },
  };
}

function tooltip(model: HistogramModel, { plot, left, top }: TooltipPlace): TooltipContent | null {
  if (model.tooltip === "none" || top === null) return null;
  const index = Math.floor((plot.posToVal(left, "x") - model.bounds[0]) / model.size);
  const start = model.starts[index];
  if (start === undefined) return null;
  const rows = model.series
    .filter(({ visible, inTooltip }) => visible && inTooltip)
    .map(({ color, name, counts }) => ({ color, name, value: model.formatCount(counts[index] ?? 0) }));
  return { title: `${model.formatValue(start)} – ${model.formatValue(start + model.size)}`, rows, more: 0 };
}

/** How often values of which size occur. */
export const histogramChart: ChartKind<HistogramModel> = {
  overTime: false,
  structure,
  options,
  data: (model) => [model.starts, ...model.series.map(({ top }) => top)],
  tooltip,
  visible: (model) => model.series.map(({ visible }) => visible),
};
