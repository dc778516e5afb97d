import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { Field } from "@/lib/shared/panels/fields/data-frame";
import { displayProcessor, displayText } from "@/lib/shared/panels/fields/display-value";
import { seriesColor } from "@/lib/shared/panels/fields/field-color";
import { readyFrames } from "@/lib/shared/panels/fields/to-data-frames";
import { type LegendEntry, legendEntries } from "@/lib/shared/panels/legend/legend-entries";
import { type LegendOptions, readLegendOptions } from "@/lib/shared/panels/legend/legend-options";
import type { PanelData, PrepareContext } from "@/lib/shared/panels/panel-data";
import { valueBounds } from "@/lib/shared/panels/timeseries/value-bounds";
import { formattedText, formatValue } from "@/lib/shared/units/value-formatter";
import type { HistogramModel } from "./histogram-model";
import { HistogramFieldOptions, HistogramOptions } from "./options";
import { valueBuckets } from "./value-buckets";

export interface HistogramPanelModel extends HistogramModel {
  legend: { options: LegendOptions; entries: LegendEntry[] };
}

const NONE: ReadonlySet<string> = new Set();

/** Decides a histogram's picture: how often values of which size occur. */
export function prepareHistogram(
  panel: ReadPanel,
  data: PanelData,
  context: PrepareContext,
  hidden: ReadonlySet<string> = NONE,
): HistogramPanelModel {
  const options = HistogramOptions.parse(panel.options);
  const legend = readLegendOptions(panel.options.legend);
  const fields = histogramFields(panel, data, context, options.combine);
  const rule = { size: options.bucketSize, count: options.bucketCount, offset: options.bucketOffset };
  const buckets = valueBuckets(
    fields.map(({ field }) => field.values),
    rule,
  );
  const { start = 0, size = 1, counts = [] } = buckets ?? {};
  const length = counts[0]?.length ?? 0;
  const series = fields.map(({ key, field }, index) => ({
    key,
    name: field.displayName,
    color: seriesColor(field, context.theme),
    visible: !hidden.has(key),
    ...drawing(field),
    counts: counts[index] ?? [],
  }));
  const most = Math.max(0, ...series.filter(({ visible }) => visible).flatMap((one) => one.counts));
  const process = fields[0] ? displayProcessor(fields[0].field, context) : null;
  return {
    theme: context.theme,
    starts: Array.from({ length }, (_, index) => start + index * size),
    size,
    bounds: length > 0 ? [start, start + length * size] : [0, 1],
    countBounds: valueBounds(most > 0 ? [0, most] : null, {
      distribution: { type: "linear" },
      centeredZero: false,
      min: 0,
    }),
    series,
    tooltip: options.tooltip.mode,
    formatValue: (value, decimals) => (process ? displayText(process(value, decimals)) : String(value)),
    formatCount: (count) => formattedText(formatValue("short", count)),
    legend: { options: legend, entries: legend.shown ? legendEntries(fields, legend, context) : [] },
  };
}

function drawing(field: Field): { fillOpacity: number; lineWidth: number } {
  const { fillOpacity, lineWidth } = HistogramFieldOptions.parse(field.options.custom);
  return { fillOpacity: fillOpacity / 100, lineWidth };
}

function histogramFields(
  panel: ReadPanel,
  data: PanelData,
  context: PrepareContext,
  combine: boolean,
): { key: string; field: Field }[] {
  const fields = readyFrames(panel, data, context)
    .flatMap((frame) => frame.fields)
    .filter((field) => field.type === "number");
  const [first] = fields;
  if (!combine || !first)
    return fields.map((field, index) => ({ key: `${field.displayName}#${index}`, field }));
  const values = fields.flatMap((field) => field.values);
  return [{ key: "all", field: { ...first, displayName: "Combined", values } }];
}
