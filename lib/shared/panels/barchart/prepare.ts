import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { withAlpha } from "@/lib/shared/panels/fields/color-math";
import type { DataFrame, Field } from "@/lib/shared/panels/fields/data-frame";
import { displayProcessor, displayText } from "@/lib/shared/panels/fields/display-value";
import { isColorByValue, seriesColor } from "@/lib/shared/panels/fields/field-color";
import { type FieldLink, rowLinks } from "@/lib/shared/panels/fields/field-links";
import { hueShades } from "@/lib/shared/panels/fields/hue-shades";
import { readyFrames } from "@/lib/shared/panels/fields/to-data-frames";
import { type LegendEntry, legendEntries } from "@/lib/shared/panels/legend/legend-entries";
import { type LegendOptions, readLegendOptions } from "@/lib/shared/panels/legend/legend-options";
import type { PanelData, PrepareContext } from "@/lib/shared/panels/panel-data";
import type { PlottedValue, ValueScaleModel } from "@/lib/shared/panels/timeseries/time-chart-model";
import { axisTimeText } from "@/lib/shared/panels/timeseries/time-text";
import { barNumbers, mostBars } from "./bar-numbers";
import { type BarPlaces, barPlaces } from "./bar-places";
import { chooseFields } from "./choose-fields";
import { drawnBars } from "./drawn-bars";
import { BarchartFieldOptions, BarchartOptions } from "./options";

export interface BarSeries {
  key: string;
  name: string;
  color: string;
  /** By category; null where there is nothing to draw. */
  values: (number | null)[];
  /** Where its bars begin and end: on those of the series before, when they are stacked. */
  base: PlottedValue[];
  top: PlottedValue[];
  /** A colour for each bar where the colour follows a value; else null. */
  colors: string[] | null;
  /** 0 to 1. */
  fillOpacity: number;
  /** Colours with their opacities at both ends of the chart; null fills evenly. */
  gradient: [top: string, bottom: string] | null;
  lineWidth: number;
  inTooltip: boolean;
  scaleKey: string;
  text: (value: number) => string;
  /** Where the bar of a category leads; null without data links. */
  links: ((category: number) => FieldLink[]) | null;
}

export interface BarchartModel {
  theme: "dark" | "light";
  categories: string[];
  /** Categories as they stand at the axis. */
  ticks: string[];
  /** Degrees that the labels of upright bars are turned by. */
  tickRotation: number;
  /** Pixels between labels; below zero those at the right are kept first. */
  tickSpacing: number;
  categoryLabel: string;
  series: BarSeries[];
  scales: ValueScaleModel[];
  places: BarPlaces;
  orientation: "auto" | "horizontal" | "vertical";
  showValues: "auto" | "always" | "never";
  /** Null: as large as the bars have room for. */
  valueSize: number | null;
  /** Roundness of the ends, 0 to 0.5 of a bar's width. */
  barRadius: number;
  tooltip: "single" | "multi" | "none";
  legend: LegendOptions;
  entries: LegendEntry[];
}

const none: ReadonlySet<string> = new Set();

/** Decides categories and bars: texts (or times) of the first frame name the categories, numbers are the series. */
export function prepareBarchart(
  panel: ReadPanel,
  data: PanelData,
  context: PrepareContext,
  hidden: ReadonlySet<string> = none,
): BarchartModel {
  const options = BarchartOptions.parse(panel.options);
  const legend = readLegendOptions(panel.options.legend);
  const frames = readyFrames(panel, data, context);
  const { category, values, colorField, frameOf } = chooseFields(frames, options);
  const keyed = values.map((field, i) => ({ key: `${i}:${field.displayName}`, field }));
  const categories = category ? categoryTexts(category, context) : [];
  const most = options.xTickLabelMaxLength ?? Number.POSITIVE_INFINITY;
  const shown = keyed.filter(({ key }) => !hidden.has(key));
  const drawn = drawnBars(shown, categories.length, options, context);
  const byField = colorField ? barColors(colorField, context) : null;
  return {
    theme: context.theme,
    categories,
    ticks: (category?.type === "time" ? timeTicks(category, context) : categories).map((text) =>
      text.length > most ? `${text.slice(0, most)}…` : text,
    ),
    tickRotation: options.xTickLabelRotation,
    tickSpacing: options.xTickLabelSpacing,
    categoryLabel: categoryLabel(category, panel),
    series: shown.map(({ key, field }, index) => ({
      ...barSeries(key, field, byField, context),
      base: drawn.base[index] ?? [],
      top: drawn.top[index] ?? [],
      scaleKey: drawn.keys[index] ?? "",
      links: barLinks(field, frameOf(field), context),
      ...(options.stacking === "percent" ? { text: percentText } : {}),
    })),
    scales: drawn.scales,
    places: barPlaces({
      categories: categories.length,
      series: shown.length,
      allSeries: keyed.length,
      stacked: options.stacking !== "none",
      groupWidth: options.groupWidth,
      barWidth: options.barWidth,
    }),
    orientation: options.orientation,
    showValues: options.showValue,
    valueSize: options.text.valueSize ?? null,
    barRadius: options.barRadius,
    tooltip: options.tooltip.mode,
    legend,
    entries: legendEntries(keyed, legend, context),
  };
}

/** What the panel says of all axes is not meant for the names of the categories. */
function categoryLabel(category: Field | undefined, panel: ReadPanel): string {
  const [own, general] = [category?.options.custom, panel.fieldConfig.defaults.custom].map(
    (custom) => BarchartFieldOptions.parse(custom).axisLabel,
  );
  return own === general ? "" : (own ?? "");
}

function percentText(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}

/** Times as the axis of a time chart would write them. */
function timeTicks({ values }: Field, { timeZone }: PrepareContext): string[] {
  const times = values.slice(0, mostBars).map(Number);
  const span = (times.at(-1) ?? 0) - (times[0] ?? 0);
  const step = span / Math.max(1, times.length - 1);
  return times.map((time) => axisTimeText(time, timeZone, step, span));
}

function barColors(field: Field, context: PrepareContext): string[] {
  const display = displayProcessor(field, context);
  return field.values.slice(0, mostBars).map((value) => display(value).color);
}

function categoryTexts(category: Field, context: PrepareContext): string[] {
  const display = displayProcessor(category, context);
  return category.values.slice(0, mostBars).map((value) => displayText(display(value)));
}

function barLinks(field: Field, frame: DataFrame | undefined, context: PrepareContext): BarSeries["links"] {
  const links = frame ? rowLinks({ field, frame }, context) : null;
  return links && ((category) => links(category, field.values[category]));
}

function barSeries(
  key: string,
  field: Field,
  colors: string[] | null,
  context: PrepareContext,
): Omit<BarSeries, "base" | "top" | "scaleKey" | "links"> {
  const { fillOpacity, lineWidth, gradientMode, hideFrom } = BarchartFieldOptions.parse(field.options.custom);
  const color = seriesColor(field, context.theme);
  return {
    key,
    name: field.displayName,
    color,
    values: barNumbers(field),
    colors: colors ?? (hasOwnColors(field) ? barColors(field, context) : null),
    fillOpacity: fillOpacity / 100,
    gradient: gradientOf(gradientMode, color, fillOpacity / 100, context),
    lineWidth,
    inTooltip: !hideFrom.tooltip,
    text: textOf(field, context),
  };
}

/** Colours follow values by thresholds, a scheme, or mappings that name colours. */
function hasOwnColors({ options }: Field): boolean {
  return (
    isColorByValue(options) ||
    (options.mappings ?? []).some((mapping) =>
      (mapping.type === "value" ? Object.values(mapping.options) : [mapping.result]).some(
        ({ color }) => color,
      ),
    )
  );
}

function gradientOf(
  mode: ReturnType<typeof BarchartFieldOptions.parse>["gradientMode"],
  color: string,
  opacity: number,
  { theme }: PrepareContext,
): BarSeries["gradient"] {
  if (mode === "opacity") return [withAlpha(color, opacity), withAlpha(color, 0)];
  if (mode !== "hue") return null;
  const [top, bottom] = hueShades(color, theme);
  return [withAlpha(top, opacity), withAlpha(bottom, opacity)];
}

function textOf(field: Field, context: PrepareContext): (value: number) => string {
  const display = displayProcessor(field, context);
  return (value) => displayText(display(value));
}
