import uPlot from "uplot";
import type { HeatmapModel } from "@/lib/shared/panels/heatmap/heatmap-model";
import type { ChartTheme } from "./chart-theme";
import { measureText } from "./measure-text";
import { roomyRows, rowAxis } from "./row-axis";
import { tickDecimals, tickSteps } from "./value-axis";

const LEAST_LABEL_PX = 10;
const TICK_SPACE_PX = 30;
const GAP_PX = 9;

/** The vertical axis of a heat map: names of buckets, or ticks where the rows are equal steps of a number. */
export function bucketAxis(current: () => HeatmapModel, theme: ChartTheme): uPlot.Axis {
  const { axis, edges } = current();
  const names = () => current().edges ?? current().rows.map(({ label }) => label);
  const named = rowAxis({
    axis,
    theme,
    labels: names,
    between: edges !== null,
    grid: true,
    rows: (plot) => {
      const { named: chosen } = current();
      const places = chosen ?? names().map((_, index) => index);
      return roomyRows(places.length, plotHeight(plot), LEAST_LABEL_PX).map((place) => places[place] ?? 0);
    },
  });
  const texts = (plot: uPlot) => new Map(ticks(current(), plotHeight(plot)));
  return current().steps === null
    ? named
    : {
        ...named,
        splits: (plot) => [...texts(plot).keys()],
        values: (plot, splits) => splits.map((split) => texts(plot).get(split) ?? ""),
        size: (_plot, values) =>
          current().axis.width ??
          Math.ceil(Math.max(0, ...(values ?? []).map((value) => measureText(String(value))))) + GAP_PX,
      };
}

function plotHeight(plot: uPlot): number {
  return plot.bbox.height / uPlot.pxRatio || plot.height;
}

/** Ticks on round values, as rows of the chart. */
function ticks({ bounds, extent, steps }: HeatmapModel, height: number): [row: number, text: string][] {
  const [first = 0, second = 1] = bounds ?? [];
  const size = second - first;
  const [from, to] = extent.map((row) => first + row * size);
  const [low, high] = [Math.min(from ?? 0, to ?? 0), Math.max(from ?? 0, to ?? 0)];
  const step = tickSteps({ binary: false, finestStep: null }).find(
    (one) => (height * one) / (high - low) >= TICK_SPACE_PX,
  );
  if (!steps || step === undefined || !(size !== 0)) return [];
  const count = Math.floor(high / step + 1e-9) - Math.ceil(low / step - 1e-9) + 1;
  const decimals = tickDecimals(step);
  return Array.from({ length: count }, (_, index) => {
    const value = (Math.ceil(low / step - 1e-9) + index) * step;
    return [(value - first) / size, steps.format(value, decimals > 0 ? decimals : undefined)];
  });
}
