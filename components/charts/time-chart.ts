import type uPlot from "uplot";
import type { TimeChartModel, ValueScaleModel } from "@/lib/shared/panels/timeseries/time-chart-model";
import type { ChartKind, ChartOptions } from "./chart-kind";
import { chartThemes } from "./chart-theme";
import { drawRegions } from "./draw-regions";
import { drawThresholdAreas, drawThresholdLines } from "./draw-thresholds";
import { seriesOptions } from "./series-options";
import { RIGHT_PADDING_PX, timeAxis } from "./time-axis";
import { timeScale } from "./time-scale";
import { timePressed, timeTooltip } from "./time-tooltip";
import { valueAxis } from "./value-axis";

const DISTRIBUTIONS = { linear: 1, log: 3, symlog: 4 } as const;
/** More hover dots than this cost more than they tell. */
const MAX_HOVER_DOTS = 60;

function structure(model: TimeChartModel): string {
  const scales = model.scales.map(
    ({ bounds: _bounds, thresholds: _thresholds, format: _format, ...rest }) => rest,
  );
  const series = model.series.map(
    ({
      plotted: _plotted,
      raw: _raw,
      format: _format,
      visible: _visible,
      stops: _stops,
      key: _key,
      color: _color,
      labels: _labels,
      ...rest
    }) => rest,
  );
  return JSON.stringify([model.theme, model.timeZone, scales, series, model.bands]);
}

function scaleOptions(scale: () => ValueScaleModel): uPlot.Scale {
  const { distribution } = scale();
  return {
    auto: true,
    range: () => scale().bounds,
    distr: DISTRIBUTIONS[distribution.type],
    ...(distribution.type === "linear" ? {} : { log: distribution.base }),
    ...(distribution.type === "symlog" ? { asinh: distribution.linearThreshold } : {}),
  };
}

/** Models of one structure have their series and scales at the same places. */
function at<T>(list: T[], index: number, first: T): T {
  return list[index] ?? first;
}

function options(current: () => TimeChartModel): ChartOptions {
  const model = current();
  const theme = chartThemes[model.theme];
  const scales: uPlot.Scales = {
    x: timeScale(current),
  };
  const axes = [timeAxis(current, theme)];
  model.scales.forEach((scale, index) => {
    const now = () => at(current().scales, index, scale);
    scales[scale.key] = scaleOptions(now);
    axes.push(valueAxis(now, theme));
  });
  return {
    ms: 1,
    padding: [
      8,
      model.scales.some(({ placement }) => placement === "right") ? null : RIGHT_PADDING_PX,
      0,
      null,
    ],
    scales,
    axes,
    series: [
      {},
      ...model.series.map((series, index) => seriesOptions(() => at(current().series, index, series))),
    ],
    bands: model.bands.map(({ upper, lower, fill, down }) => ({
      series: [upper + 1, lower + 1],
      dir: down ? 1 : -1,
      ...(fill === null ? {} : { fill }),
    })),
    cursor: hoverDots(current),
    hooks: {
      drawAxes: [
        (plot) => drawRegions(plot, current().regions),
        (plot) => drawThresholdAreas(plot, current().scales),
      ],
      draw: [(plot) => drawThresholdLines(plot, current().scales)],
    },
  };
}

function hoverDots(current: () => TimeChartModel): uPlot.Cursor {
  if (current().series.length > MAX_HOVER_DOTS) return { points: { show: false } };
  const colorOf = (_plot: uPlot, index: number) => current().series[index - 1]?.color ?? "transparent";
  return { points: { size: 6, width: 0, fill: colorOf, stroke: colorOf } };
}

/** Lines, areas, bars and points over time. */
export const timeChart: ChartKind<TimeChartModel> = {
  overTime: true,
  structure,
  options,
  data: (model) => [model.timesMs, ...model.series.map((series) => series.plotted)],
  tooltip: timeTooltip,
  pressed: timePressed,
  visible: (model) => model.series.map((series) => series.visible),
};
