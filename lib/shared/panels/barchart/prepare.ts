import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { DataFrame, Field } from "@/lib/shared/panels/fields/data-frame";
import { displayProcessor, displayText } from "@/lib/shared/panels/fields/display-value";
import { isColorByValue, seriesColor } from "@/lib/shared/panels/fields/field-color";
import { readyFrames } from "@/lib/shared/panels/fields/to-data-frames";
import { type LegendEntry, legendEntries } from "@/lib/shared/panels/legend/legend-entries";
import { type LegendOptions, readLegendOptions } from "@/lib/shared/panels/legend/legend-options";
import type { PanelData, PrepareContext } from "@/lib/shared/panels/panel-data";
import { BarchartOptions } from "./options";

export interface BarSeries {
  key: string;
  name: string;
  color: string;
  /** By category; null where there is nothing to draw. */
  values: (number | null)[];
  /** A colour for each bar where the colour follows the value; else null. */
  colors: string[] | null;
  text: (value: number) => string;
}

export interface BarchartModel {
  empty: boolean;
  categories: string[];
  series: BarSeries[];
  horizontal: boolean;
  stacking: "none" | "normal" | "percent";
  showValues: boolean;
  groupWidth: number;
  min: number | null;
  max: number | null;
  legend: LegendOptions;
  entries: LegendEntry[];
  axisText: (value: number) => string;
}

const none: ReadonlySet<string> = new Set();
const mostBars = 2000;

/** Decides categories and bars: texts (or times) of the first frame name the categories, numbers are the series. */
export function prepareBarchart(
  panel: ReadPanel,
  data: PanelData,
  context: PrepareContext,
  hidden: ReadonlySet<string> = none,
): BarchartModel {
  const options = BarchartOptions.parse(panel.options);
  const legend = readLegendOptions(panel.options.legend);
  const { category, values } = chooseFields(readyFrames(panel, data, context), options.xField);
  const keyed = values.map((field, i) => ({ key: `${i}:${field.displayName}`, field }));
  const series = keyed
    .filter(({ key }) => !hidden.has(key))
    .map(({ key, field }) => barSeries(key, field, context));
  const categories = category ? categoryTexts(category, context) : [];
  const [first] = values;
  return {
    empty: categories.length === 0 || values.length === 0,
    categories,
    series,
    horizontal: options.orientation === "horizontal",
    stacking: options.stacking,
    showValues:
      options.showValue === "always" ||
      (options.showValue === "auto" && categories.length * series.length <= 30),
    groupWidth: options.groupWidth,
    min: first?.options.min ?? null,
    max: first?.options.max ?? null,
    legend,
    entries: legendEntries(keyed, legend, context),
    axisText: first ? textOf(first, context) : String,
  };
}

function chooseFields(frames: DataFrame[], xField: string): { category: Field | undefined; values: Field[] } {
  const frame = frames.find((one) => one.length > 0);
  if (!frame) return { category: undefined, values: [] };
  const named = frame.fields.find(
    (field) => xField !== "" && (field.displayName === xField || field.name === xField),
  );
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
  return { category, values: fields.filter((field) => field.type === "number" && field !== category) };
}

function categoryTexts(category: Field, context: PrepareContext): string[] {
  const display = displayProcessor(category, context);
  return category.values.slice(0, mostBars).map((value) => displayText(display(value)));
}

function barSeries(key: string, field: Field, context: PrepareContext): BarSeries {
  const display = displayProcessor(field, context);
  const values = field.values
    .slice(0, mostBars)
    .map((value) => (typeof value === "number" && Number.isFinite(value) ? value : null));
  return {
    key,
    name: field.displayName,
    color: seriesColor(field, context.theme),
    values,
    colors: isColorByValue(field.options) ? values.map((value) => display(value).color) : null,
    text: textOf(field, context),
  };
}

function textOf(field: Field, context: PrepareContext): (value: number) => string {
  const display = displayProcessor(field, context);
  return (value) => displayText(display(value));
}
