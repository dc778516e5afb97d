import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { readyFrames } from "@/lib/shared/panels/fields/to-data-frames";
import { type LegendEntry, legendEntries } from "@/lib/shared/panels/legend/legend-entries";
import { type LegendOptions, readLegendOptions } from "@/lib/shared/panels/legend/legend-options";
import type { PanelData, PrepareContext } from "@/lib/shared/panels/panel-data";
import { legendSides } from "./legend-sides";
import { TimeseriesOptions } from "./options";
import { plotValues } from "./plot-values";
import { plottableSeries } from "./plottable-series";
import { seriesModel } from "./series-model";
import type { TimeChartModel } from "./time-chart-model";
import { timeRegions } from "./time-regions";
import { type UnseenReason, unseenReason } from "./unseen-reason";
import { valueScales } from "./value-scales";

export interface TimeseriesModel extends TimeChartModel {
  legend: { options: LegendOptions; entries: LegendEntry[] };
  /** Keys of the series that are not drawn. */
  hidden: ReadonlySet<string>;
  /** Series beyond the most that are drawn. */
  leftOut: number;
  unseen: UnseenReason | null;
}

/** Decides everything about a time series panel's picture. `hidden` holds the keys of series that the legend switched off, once it was used. */
export function prepareTimeseries(
  panel: ReadPanel,
  data: PanelData,
  context: PrepareContext,
  hidden: ReadonlySet<string> | null = null,
): TimeseriesModel {
  const { tooltip, timezone, timeRegions: stored } = TimeseriesOptions.parse(panel.options);
  const range = data.range.toMs > data.range.fromMs ? data.range : context.range;
  const plottable = plottableSeries(readyFrames(panel, data, context), hidden);
  const legendOptions = readLegendOptions(panel.options.legend);
  const { values, bands } = plotValues(plottable);
  const { scales, keys } = valueScales(plottable.series, values, context);
  const series = plottable.series.map((one, index) =>
    seriesModel(
      one,
      values[index] ?? [],
      keys[index] ?? "",
      bands.some(({ upper }) => upper === index),
      context,
    ),
  );
  return {
    theme: context.theme,
    timeZone: timezone[0] || context.timeZone,
    range,
    timesMs: plottable.timesMs,
    series,
    bands,
    scales,
    tooltip,
    regions: timeRegions(stored, range),
    hidden: new Set(plottable.series.flatMap(({ key, visible }) => (visible ? [] : [key]))),
    leftOut: plottable.leftOut,
    unseen: unseenReason(series, scales),
    legend: {
      options: legendOptions,
      entries: legendOptions.shown
        ? legendSides(legendEntries(plottable.series, legendOptions, context), plottable.series, keys, scales)
        : [],
    },
  };
}
