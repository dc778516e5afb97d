import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { readyFrames } from "@/lib/shared/panels/fields/to-data-frames";
import type { PanelData, PrepareContext } from "@/lib/shared/panels/panel-data";
import { TimeseriesOptions } from "./options";
import { plotValues } from "./plot-values";
import { plottableSeries } from "./plottable-series";
import { seriesModel } from "./series-model";
import type { TimeChartModel } from "./time-chart-model";
import { valueScales } from "./value-scales";

const NONE: ReadonlySet<string> = new Set();

/** Decides everything about a time series panel's picture. `hidden` names the series that the legend switched off. */
export function prepareTimeseries(
  panel: ReadPanel,
  data: PanelData,
  context: PrepareContext,
  hidden: ReadonlySet<string> = NONE,
): TimeChartModel {
  const { tooltip } = TimeseriesOptions.parse(panel.options);
  const plottable = plottableSeries(readyFrames(panel, data, context), hidden);
  const { values, bands } = plotValues(plottable);
  const { scales, keys } = valueScales(plottable.series, values, context);
  return {
    theme: context.theme,
    timeZone: context.timeZone,
    range: data.range.toMs > data.range.fromMs ? data.range : context.range,
    timesMs: plottable.timesMs,
    series: plottable.series.map((series, index) =>
      seriesModel(
        series,
        values[index] ?? [],
        keys[index] ?? "",
        bands.some(({ upper }) => upper === index),
        context,
      ),
    ),
    bands,
    scales,
    tooltip,
  };
}
