import { timeField } from "@/lib/shared/panels/fields/data-frame";
import { type DisplayContext, displayProcessor, displayText } from "@/lib/shared/panels/fields/display-value";
import { fieldRange, isColorByValue, seriesColor, valueColor } from "@/lib/shared/panels/fields/field-color";
import { type FieldLink, fieldLinks } from "@/lib/shared/panels/fields/field-links";
import { hueShades } from "@/lib/shared/panels/fields/hue-shades";
import { colorByName } from "@/lib/shared/panels/fields/named-colors";
import { absoluteSteps } from "@/lib/shared/panels/fields/thresholds";
import type { PrepareContext } from "@/lib/shared/panels/panel-data";
import type { TimeseriesFieldOptions } from "./options";
import type { PlottableSeries } from "./plottable-series";
import type { ColorStop, PlottedValue, TimeSeriesModel } from "./time-chart-model";

const SCHEME_STEPS = 32;
/** What Grafana fills between two lines when no opacity is set. */
const BAND_OPACITY = 35;
const DASHES: Record<string, number[] | null> = {
  solid: null,
  dash: [10, 10],
  dot: [0, 10],
  square: [10, 10],
};

/** How one series looks and what it says of itself. */
export function seriesModel(
  series: PlottableSeries,
  plotted: PlottedValue[],
  scaleKey: string,
  hasBand: boolean,
  context: PrepareContext,
): TimeSeriesModel {
  const { key, field, custom, values, visible } = series;
  const process = displayProcessor(field, context);
  const color = seriesColor(field, context.theme);
  return {
    key,
    name: field.displayName,
    labels: field.labels ?? {},
    color,
    scaleKey,
    visible,
    draw: custom.drawStyle,
    interpolation: custom.lineInterpolation,
    lineWidth: custom.lineWidth,
    dash: dashOf(custom.lineStyle),
    roundDots: custom.lineStyle.fill === "dot",
    fillOpacity: fillOpacity(custom, hasBand) / 100,
    gradient: custom.gradientMode,
    stops: custom.gradientMode === "scheme" ? schemeStops(series, context) : [],
    hues: custom.gradientMode === "hue" ? hueShades(color, context.theme) : null,
    points: custom.showPoints,
    pointSize: custom.pointSize,
    spanGaps: custom.spanNulls === true,
    bar: { alignment: custom.barAlignment, widthFactor: custom.barWidthFactor, maxWidth: custom.barMaxWidth },
    plotted,
    raw: values.map((value) => value ?? null),
    inTooltip: !custom.hideFrom.tooltip,
    format: (value) => displayText(process(value)),
    links: (field.options.links ?? []).length > 0 ? (index) => linksAt(series, index, context) : null,
  };
}

function linksAt(
  { field, frame, timesMs, values }: PlottableSeries,
  index: number,
  context: PrepareContext,
): FieldLink[] {
  const raw = values[index] ?? null;
  const row = timeField(frame)?.values.indexOf(timesMs[index]);
  return fieldLinks({ field, frame, row, raw, display: displayProcessor(field, context)(raw) }, context);
}

/** A series that fills down to another one fills nothing when that one is missing. */
function fillOpacity(
  { fillOpacity: opacity, fillBelowTo }: TimeseriesFieldOptions,
  hasBand: boolean,
): number {
  if (!fillBelowTo) return opacity;
  return hasBand ? opacity || BAND_OPACITY : 0;
}

function dashOf({ fill, dash }: TimeseriesFieldOptions["lineStyle"]): number[] | null {
  if (fill === "solid") return null;
  return dash && dash.length > 0 ? dash : (DASHES[fill] ?? null);
}

/** Colours along the value axis: the thresholds, or the continuous scheme in small steps. */
function schemeStops({ field }: PlottableSeries, { theme }: DisplayContext): ColorStop[] {
  if (!isColorByValue(field.options)) return [];
  const { min, max } = fieldRange(field);
  if (!field.options.color?.mode.startsWith("continuous")) {
    const steps = absoluteSteps(field.options.thresholds, { min, max });
    return steps.map(({ value, color }) => ({ value, color: colorByName(color, theme) }));
  }
  return Array.from({ length: SCHEME_STEPS }, (_, index) => {
    const share = index / (SCHEME_STEPS - 1);
    const value = min + (max - min) * share;
    return { value, color: valueColor(field, value, share, theme) };
  });
}
