import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { withAlpha } from "@/lib/shared/panels/fields/color-math";
import { type DataFrame, type Field, newField } from "@/lib/shared/panels/fields/data-frame";
import { displayProcessor, displayText } from "@/lib/shared/panels/fields/display-value";
import { seriesColor } from "@/lib/shared/panels/fields/field-color";
import { withTypeDefaults } from "@/lib/shared/panels/fields/field-defaults";
import { hueShades } from "@/lib/shared/panels/fields/hue-shades";
import { readyFrames } from "@/lib/shared/panels/fields/to-data-frames";
import { countedFrames, countedSamples } from "@/lib/shared/panels/heatmap/counted-samples";
import { type LegendEntry, legendEntries } from "@/lib/shared/panels/legend/legend-entries";
import { type LegendOptions, readLegendOptions } from "@/lib/shared/panels/legend/legend-options";
import type { PanelData, PrepareContext } from "@/lib/shared/panels/panel-data";
import { valueBounds } from "@/lib/shared/panels/timeseries/value-bounds";
import type { RangeFrame } from "@/lib/shared/prometheus/frame";
import { formattedText, formatValue } from "@/lib/shared/units/value-formatter";
import { countedBuckets } from "./counted-buckets";
import type { HistogramModel, HistogramSeries } from "./histogram-model";
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
  const counted = countedFrames(data);
  const frames = readyFrames(panel, data, context);
  const made = countedBuckets(frames);
  const fields =
    counted.length > 0
      ? [countedField(counted, panel)]
      : keyed(made?.fields ?? histogramFields(frames, options.combine));
  const scale = counted[0]?.counted;
  const size = scale?.kind === "linear" ? scale.size : options.bucketSize;
  const rule = { size, count: options.bucketCount, offset: options.bucketOffset };
  const buckets =
    made?.buckets ??
    valueBuckets(
      fields.map(({ field }) => field.values),
      rule,
    );
  const { start = 0, size: width = 1, counts = [] } = buckets ?? {};
  const length = counts[0]?.length ?? 0;
  const unstacked = fields.map(({ key, field }, index) => ({
    key,
    name: field.displayName,
    color: seriesColor(field, context.theme),
    visible: !hidden.has(key),
    ...drawing(field, context),
    counts: counts[index] ?? [],
  }));
  const series = stacked(unstacked, stackingOf(fields));
  const most = Math.max(0, ...series.filter(({ visible }) => visible).flatMap((one) => one.top));
  const process = fields[0] ? displayProcessor(fields[0].field, context) : null;
  return {
    theme: context.theme,
    starts: Array.from({ length }, (_, index) => start + index * width),
    size: width,
    bounds: length > 0 ? [start, start + length * width] : [0, 1],
    countBounds: valueBounds(most > 0 ? [0, most] : null, {
      distribution: { type: "linear" },
      centeredZero: false,
      min: 0,
    }),
    series,
    formatTop: (top) =>
      stackingOf(fields) === "percent"
        ? `${Math.round(top * 100)}%`
        : formattedText(formatValue("short", top)),
    tooltip: options.tooltip.mode,
    formatValue: (value, decimals) => (process ? displayText(process(value, decimals)) : String(value)),
    formatCount: (count) => formattedText(formatValue("short", count)),
    legend: { options: legend, entries: legend.shown ? legendEntries(fields, legend, context) : [] },
  };
}

type Stacking = HistogramFieldOptions["stacking"]["mode"];

function stackingOf([first]: { field: Field }[]): Stacking {
  return first ? HistogramFieldOptions.parse(first.field.options.custom).stacking.mode : "none";
}

/** Each visible series on those before it; in per cent every bucket is as high as the others. */
function stacked(series: Omit<HistogramSeries, "base" | "top">[], mode: Stacking): HistogramSeries[] {
  const length = series[0]?.counts.length ?? 0;
  const totals = Array.from({ length }, (_, i) =>
    series.reduce((sum, { counts, visible }) => sum + (visible ? (counts[i] ?? 0) : 0), 0),
  );
  const heights = new Array<number>(length).fill(0);
  return series.map((one) => {
    if (mode === "none" || !one.visible) return { ...one, base: one.counts.map(() => 0), top: one.counts };
    const part = (count: number, i: number) => (mode === "percent" ? count / (totals[i] || 1) : count);
    const base = [...heights];
    one.counts.forEach((count, i) => {
      heights[i] = (heights[i] ?? 0) + part(count, i);
    });
    return { ...one, base, top: [...heights] };
  });
}

function drawing(
  field: Field,
  { theme }: PrepareContext,
): Pick<HistogramSeries, "fillOpacity" | "lineWidth" | "gradient" | "inTooltip"> {
  const custom = HistogramFieldOptions.parse(field.options.custom);
  const { lineWidth, gradientMode, hideFrom } = custom;
  const fillOpacity = custom.fillOpacity / 100;
  const color = seriesColor(field, theme);
  const fade: HistogramSeries["gradient"] =
    gradientMode === "opacity" ? [withAlpha(color, fillOpacity), withAlpha(color, 0)] : null;
  const [top, bottom] = hueShades(color, theme);
  const hues: HistogramSeries["gradient"] = [withAlpha(top, fillOpacity), withAlpha(bottom, fillOpacity)];
  return {
    fillOpacity,
    lineWidth,
    gradient: gradientMode === "hue" ? hues : fade,
    inTooltip: !hideFrom.tooltip,
  };
}

/** What Prometheus counted of all series together. */
function countedField(frames: RangeFrame[], panel: ReadPanel): { key: string; field: Field } {
  const values = frames.flatMap(countedSamples);
  const options = withTypeDefaults(panel.fieldConfig.defaults, panel.type);
  return { key: "all", field: newField({ name: "All series", type: "number", values, options }) };
}

function histogramFields(frames: DataFrame[], combine: boolean): Field[] {
  const fields = frames
    .flatMap((frame) => frame.fields)
    .filter((field) => field.type === "number" && !isHidden(field));
  const [first] = fields;
  if (!combine || !first) return fields;
  return [{ ...first, displayName: "Combined", values: fields.flatMap((field) => field.values) }];
}

function keyed(fields: Field[]): { key: string; field: Field }[] {
  return fields.map((field, index) => ({ key: `${field.displayName}#${index}`, field }));
}

function isHidden({ options }: Field): boolean {
  return HistogramFieldOptions.parse(options.custom).hideFrom.viz;
}
