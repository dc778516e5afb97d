import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { DataFrame, Field } from "@/lib/shared/panels/fields/data-frame";
import { displayProcessor, displayText } from "@/lib/shared/panels/fields/display-value";
import { isColorByValue, seriesColor } from "@/lib/shared/panels/fields/field-color";
import { type FieldLink, rowLinks } from "@/lib/shared/panels/fields/field-links";
import { hueShades } from "@/lib/shared/panels/fields/hue-shades";
import { readyFrames } from "@/lib/shared/panels/fields/to-data-frames";
import { type LegendEntry, legendEntries } from "@/lib/shared/panels/legend/legend-entries";
import { type LegendOptions, readLegendOptions } from "@/lib/shared/panels/legend/legend-options";
import type { PanelData, PrepareContext } from "@/lib/shared/panels/panel-data";
import { withinReach } from "@/lib/shared/panels/within-reach";
import { BarchartFieldOptions, BarchartOptions } from "./options";

export interface BarSeries {
  key: string;
  name: string;
  color: string;
  /** By category; null where there is nothing to draw. */
  values: (number | null)[];
  /** A colour for each bar where the colour follows a value; else null. */
  colors: string[] | null;
  /** 0 to 1. */
  fillOpacity: number;
  /** Colours and opacities at both ends of the chart; null fills evenly. */
  gradient: { color: string; opacity: number }[] | null;
  lineWidth: number;
  inTooltip: boolean;
  text: (value: number) => string;
  /** Where the bar of a category leads; null without data links. */
  links: ((category: number) => FieldLink[]) | null;
}

export interface BarchartModel {
  empty: boolean;
  categories: string[];
  /** Categories as they stand at the axis. */
  ticks: string[];
  /** Degrees that the labels of upright bars are turned by. */
  tickRotation: number;
  /** Pixels between labels; below zero those at the right are kept first. */
  tickSpacing: number;
  series: BarSeries[];
  orientation: "auto" | "horizontal" | "vertical";
  stacking: "none" | "normal" | "percent";
  showValues: boolean;
  valueSize: number;
  groupWidth: number;
  /** Share of its place that a bar fills. */
  barWidth: number;
  /** Roundness of the ends, 0 to 0.5 of a bar's width. */
  barRadius: number;
  axis: { hidden: boolean; right: boolean; label: string; border: boolean; grid: boolean };
  min: number | null;
  max: number | null;
  softMin: number | null;
  softMax: number | null;
  tooltip: boolean;
  legend: LegendOptions;
  entries: LegendEntry[];
  axisText: (value: number) => string;
}

const none: ReadonlySet<string> = new Set();
const mostBars = 2000;
/** More values than this would cover one another. */
const mostLabels = 30;

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
  const { category, values, colorField } = chooseFields(frames, options);
  const frameOf = (field: Field) => frames.find(({ fields }) => fields.includes(field));
  const keyed = values.map((field, i) => ({ key: `${i}:${field.displayName}`, field }));
  const byField = colorField ? barColors(colorField, context) : null;
  const series = keyed
    .filter(({ key }) => !hidden.has(key))
    .map(({ key, field }) => ({
      ...barSeries(key, field, byField, context),
      links: barLinks(field, frameOf(field), context),
    }));
  const categories = category ? categoryTexts(category, context) : [];
  const most = options.xTickLabelMaxLength ?? Number.POSITIVE_INFINITY;
  const bars = categories.length * series.length;
  const { showValue, stacking } = options;
  return {
    empty: categories.length === 0 || values.length === 0,
    categories,
    ticks: categories.map((text) => (text.length > most ? `${text.slice(0, most)}…` : text)),
    tickRotation: options.xTickLabelRotation,
    tickSpacing: options.xTickLabelSpacing,
    series,
    orientation: options.orientation,
    stacking,
    showValues: showValue === "always" || (showValue === "auto" && bars <= mostLabels),
    valueSize: options.text.valueSize ?? 11,
    groupWidth: options.groupWidth,
    barWidth: options.barWidth,
    barRadius: options.barRadius,
    ...valueAxis(values[0], stacking, context),
    tooltip: options.tooltip.mode !== "none",
    legend,
    entries: legendEntries(keyed, legend, context),
  };
}

function valueAxis(
  first: Field | undefined,
  stacking: BarchartModel["stacking"],
  context: PrepareContext,
): Pick<BarchartModel, "axis" | "axisText" | "min" | "max" | "softMin" | "softMax"> {
  const custom = BarchartFieldOptions.parse(first?.options.custom);
  const percent = (share: number) => `${Math.round(share * 100)}%`;
  return {
    axis: {
      hidden: custom.axisPlacement === "hidden",
      right: custom.axisPlacement === "right",
      label: custom.axisLabel,
      border: custom.axisBorderShow,
      grid: custom.axisGridShow,
    },
    axisText: stacking === "percent" ? percent : first ? textOf(first, context) : String,
    min: first?.options.min ?? null,
    max: first?.options.max ?? null,
    softMin: custom.axisSoftMin ?? null,
    softMax: custom.axisSoftMax ?? null,
  };
}

interface ChosenFields {
  category?: Field | undefined;
  values: Field[];
  /** Its values colour the bars of their row. */
  colorField?: Field | undefined;
}

function chooseFields(
  frames: DataFrame[],
  { xField, colorByField }: ReturnType<typeof BarchartOptions.parse>,
): ChosenFields {
  const frame = frames.find((one) => one.length > 0);
  if (!frame) return { values: [] };
  const named = xField === "" ? undefined : frame.fields.find((field) => isCalled(field, xField));
  const category =
    named ??
    frame.fields.find((field) => field.type === "string") ??
    frame.fields.find((field) => field.type === "time") ??
    frame.fields[0];
  // Series of further queries line up when they have the same times.
  const fields =
    frame.shape === "series"
      ? frames.filter((one) => one.length === frame.length).flatMap((one) => one.fields)
      : frame.fields;
  const colorField = colorByField === "" ? undefined : fields.find((field) => isCalled(field, colorByField));
  const values = fields.filter(
    (field) => field.type === "number" && field !== category && field !== colorField && !isHidden(field),
  );
  return { category, values: values.length > 0 || !colorField ? values : [colorField], colorField };
}

function isCalled({ displayName, name }: Field, wanted: string): boolean {
  return displayName === wanted || name === wanted;
}

function isHidden(field: Field): boolean {
  return BarchartFieldOptions.parse(field.options.custom).hideFrom.viz;
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
): Omit<BarSeries, "links"> {
  const { fillOpacity, lineWidth, gradientMode, hideFrom } = BarchartFieldOptions.parse(field.options.custom);
  const color = seriesColor(field, context.theme);
  const values = field.values
    .slice(0, mostBars)
    .map((value) => (typeof value === "number" && Number.isFinite(value) ? withinReach(value) : null));
  return {
    key,
    name: field.displayName,
    color,
    values,
    colors: colors ?? (isColorByValue(field.options) ? barColors(field, context) : null),
    fillOpacity: fillOpacity / 100,
    gradient: gradientOf(gradientMode, color, fillOpacity / 100, context),
    lineWidth,
    inTooltip: !hideFrom.tooltip,
    text: textOf(field, context),
  };
}

function gradientOf(
  mode: ReturnType<typeof BarchartFieldOptions.parse>["gradientMode"],
  color: string,
  opacity: number,
  { theme }: PrepareContext,
): BarSeries["gradient"] {
  if (mode === "opacity")
    return [
      { color, opacity },
      { color, opacity: 0 },
    ];
  return mode === "hue" ? hueShades(color, theme).map((shade) => ({ color: shade, opacity })) : null;
}

function textOf(field: Field, context: PrepareContext): (value: number) => string {
  const display = displayProcessor(field, context);
  return (value) => displayText(display(value));
}
