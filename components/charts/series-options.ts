import uPlot from "uplot";
import type { PlottedValue, TimeSeriesModel } from "@/lib/shared/panels/timeseries/time-chart-model";
import { seriesFill, seriesStroke } from "./series-fill";

const STEP_BEFORE = -1;
const STEP_AFTER = 1;

function paths(series: TimeSeriesModel): uPlot.Series.PathBuilder | undefined {
  if (series.draw === "points") return () => null;
  if (series.draw === "bars") {
    const { alignment, widthFactor, maxWidth } = series.bar;
    return uPlot.paths.bars?.({ align: alignment, size: [widthFactor, maxWidth, 1] });
  }
  switch (series.interpolation) {
    case "smooth":
      return uPlot.paths.spline?.();
    case "stepBefore":
      return uPlot.paths.stepped?.({ align: STEP_BEFORE });
    case "stepAfter":
      return uPlot.paths.stepped?.({ align: STEP_AFTER });
    default:
      return uPlot.paths.linear?.();
  }
}

/** Values with a break on both sides: a line cannot show them, so they become dots. */
export function lonelyPoints(values: ArrayLike<PlottedValue>, from: number, to: number): number[] {
  const lonely: number[] = [];
  for (let index = from; index <= to; index++) {
    if (values[index] == null) continue;
    let before = index - 1;
    while (before >= 0 && values[before] === undefined) before--;
    let after = index + 1;
    while (after < values.length && values[after] === undefined) after++;
    if (values[before] == null && values[after] == null) lonely.push(index);
  }
  return lonely;
}

function points(series: TimeSeriesModel, now: () => TimeSeriesModel): uPlot.Series.Points {
  const always = series.draw === "points" || series.points === "always";
  const options: uPlot.Series.Points = {
    size: series.pointSize,
    width: 0,
    fill: (plot) => seriesStroke(plot, now()),
    stroke: (plot) => seriesStroke(plot, now()),
  };
  if (always) return { ...options, show: true };
  if (series.draw === "bars") return { ...options, show: false };
  return {
    ...options,
    ...(series.points === "never" ? { show: false } : {}),
    filter: (plot, seriesIdx, show) => {
      const [from, to] = plot.series[0]?.idxs ?? [0, -1];
      return show ? null : lonelyPoints(plot.data[seriesIdx] ?? [], from, to);
    },
  };
}

/** How uPlot draws one series; `now()` is its newest model. */
export function seriesOptions(now: () => TimeSeriesModel): uPlot.Series {
  const series = now();
  const filled = series.fillOpacity > 0 && series.draw !== "points";
  return {
    label: series.name,
    scale: series.scaleKey,
    width: series.draw === "points" ? 0 : series.lineWidth,
    stroke: (plot) => seriesStroke(plot, now()),
    ...(filled ? { fill: (plot: uPlot) => seriesFill(plot, now()) } : {}),
    ...(series.dash && !series.roundDots ? { dash: series.dash } : {}),
    ...(series.dash && series.roundDots ? { dash: series.dash, cap: "round" } : {}),
    paths: paths(series),
    spanGaps: series.spanGaps,
    points: points(series, now),
    pxAlign: 0,
  };
}
