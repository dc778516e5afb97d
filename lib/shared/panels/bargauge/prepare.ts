import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { readableColor } from "@/lib/shared/panels/fields/color-math";
import { displayText } from "@/lib/shared/panels/fields/display-value";
import { fieldRange, valueColor } from "@/lib/shared/panels/fields/field-color";
import { colorByName } from "@/lib/shared/panels/fields/named-colors";
import { clampShare } from "@/lib/shared/panels/gauge/prepare";
import { type LegendEntry, legendEntries } from "@/lib/shared/panels/legend/legend-entries";
import type { LegendOptions } from "@/lib/shared/panels/legend/legend-options";
import type { PanelData, PrepareContext } from "@/lib/shared/panels/panel-data";
import { type SingleValue, singleValues } from "@/lib/shared/panels/single-values/single-values";
import { type GradientStop, gradientStops } from "./gradient-stops";
import { BargaugeOptions, readBargaugeLegend } from "./options";

export interface GaugeBar {
  key: string;
  title: string;
  text: string;
  textColor: string;
  color: string;
  /** How far the bar is filled, 0 to 1. */
  share: number;
  /** There is a value, and it is not below the bar's begin. */
  lit: boolean;
  /** Colours along the filled part, from its start; one means a plain bar. */
  stops: GradientStop[];
  /** Colours of the cells of an LCD bar, by their place 0 to 1. */
  cellColor: (share: number) => string;
  links: SingleValue["links"];
}

export interface BargaugeModel {
  bars: GaugeBar[];
  displayMode: BargaugeOptions["displayMode"];
  orientation: BargaugeOptions["orientation"];
  namePlacement: BargaugeOptions["namePlacement"];
  showUnfilled: boolean;
  showNames: boolean;
  showValues: boolean;
  titleSize?: number;
  valueSize?: number;
  /** Between bars. */
  gap: number;
  /** How thin and thick bars may be. */
  size: { leastWidth: number; leastHeight: number; mostHeight: number };
  legend: LegendOptions;
  entries: LegendEntry[];
}

const none: ReadonlySet<string> = new Set();

/** Decides the bars of a bar gauge. */
export function prepareBargauge(
  panel: ReadPanel,
  data: PanelData,
  context: PrepareContext,
  hidden: ReadonlySet<string> = none,
): BargaugeModel {
  const options = BargaugeOptions.parse(panel.options);
  const values = singleValues(panel, data, context);
  const legend = readBargaugeLegend(panel.options.legend);
  return {
    bars: values.filter(({ key }) => !hidden.has(key)).map((value) => gaugeBar(value, options, context)),
    displayMode: options.displayMode,
    orientation: options.orientation,
    namePlacement: options.namePlacement,
    showUnfilled: options.showUnfilled,
    showNames: options.namePlacement !== "hidden" && (values.length > 1 || panel.title === ""),
    showValues: options.valueMode !== "hidden",
    titleSize: options.text.titleSize,
    valueSize: options.text.valueSize,
    gap: options.displayMode === "lcd" ? 2 : 10,
    size: barSize(options),
    legend,
    entries: legend.shown ? legendOf(values, legend, context) : [],
  };
}

/** Each bar by its name, in its own colour. */
function legendOf(values: SingleValue[], legend: LegendOptions, context: PrepareContext): LegendEntry[] {
  const named = values.map(({ key, title, field }) => ({ key, field: { ...field, displayName: title } }));
  const colors = new Map(values.map(({ key, display }) => [key, display.color]));
  return legendEntries(named, legend, context).map((entry) => ({
    ...entry,
    color: colors.get(entry.key) ?? entry.color,
  }));
}

function barSize({
  sizing,
  minVizWidth,
  minVizHeight,
  maxVizHeight,
}: BargaugeOptions): BargaugeModel["size"] {
  if (sizing === "auto") return { leastWidth: 8, leastHeight: 16, mostHeight: 300 };
  const mostHeight = Math.max(minVizHeight, maxVizHeight);
  return { leastWidth: minVizWidth, leastHeight: minVizHeight, mostHeight };
}

/** A bar without a length is empty, but each of its LCD cells stands for the value that it has: all are lit. */
function shareOf(value: number, min: number, max: number, mode: BargaugeOptions["displayMode"]): number {
  if (Number.isNaN(value)) return 0;
  if (min === max && mode === "lcd") return value >= min ? 1 : 0;
  return clampShare((value - min) / (max - min));
}

function gaugeBar(value: SingleValue, options: BargaugeOptions, context: PrepareContext): GaugeBar {
  const { display, field } = value;
  const { min, max } = fieldRange(field);
  const share = shareOf(display.numeric, min, max, options.displayMode);
  const plain = colorByName("text", context.theme);
  const at = (place: number) => valueColor(field, min + place * (max - min), place, context.theme);
  return {
    key: value.key,
    title: value.title,
    text: displayText(display) || "No data",
    textColor:
      options.valueMode === "text"
        ? plain
        : readableColor(display.color, colorByName("panel-bg", context.theme)),
    color: display.color,
    share,
    lit: display.numeric >= min,
    stops:
      options.displayMode === "gradient"
        ? gradientStops(field, share, display.color, context)
        : [{ at: 0, color: display.color }],
    cellColor: at,
    links: value.links,
  };
}
