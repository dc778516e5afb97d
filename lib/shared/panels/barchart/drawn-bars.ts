import { type Field, newFrame } from "@/lib/shared/panels/fields/data-frame";
import type { DisplayContext } from "@/lib/shared/panels/fields/display-value";
import { TimeseriesFieldOptions } from "@/lib/shared/panels/timeseries/options";
import { plotValues } from "@/lib/shared/panels/timeseries/plot-values";
import type { PlottableSeries } from "@/lib/shared/panels/timeseries/plottable-series";
import type { PlottedValue, ValueScaleModel } from "@/lib/shared/panels/timeseries/time-chart-model";
import { valueScales } from "@/lib/shared/panels/timeseries/value-scales";
import { barNumbers } from "./bar-numbers";
import type { BarchartOptions } from "./options";

export interface DrawnBars {
  scales: ValueScaleModel[];
  keys: string[];
  base: PlottedValue[][];
  top: PlottedValue[][];
}

/** Stacks and scales are those of time series over the numbers of the categories. */
export function drawnBars(
  fields: { key: string; field: Field }[],
  categories: number,
  { stacking }: BarchartOptions,
  context: DisplayContext,
): DrawnBars {
  const timesMs = Array.from({ length: categories }, (_, index) => index);
  const series = fields.map(({ key, field }): PlottableSeries => {
    const custom = TimeseriesFieldOptions.parse(field.options.custom);
    const frame = newFrame({ refId: "", shape: "table", fields: [field] });
    return {
      key,
      field,
      frame,
      timesMs,
      visible: true,
      values: barNumbers(field),
      custom: onZero(custom, field, stacking),
    };
  });
  const { values: top, bands } = plotValues({ timesMs, series, leftOut: 0 });
  const lower = new Map(bands.map(({ upper, lower: below }) => [upper, below]));
  const base = top.map((values, index) => {
    const below = top[lower.get(index) ?? -1];
    return values.map((_, place) => below?.[place] ?? 0);
  });
  return { ...valueScales(series, top, context), base, top };
}

/** Bars stand on zero unless the axis says otherwise. */
function onZero(
  custom: TimeseriesFieldOptions,
  { options: { min, max } }: Field,
  mode: BarchartOptions["stacking"],
): TimeseriesFieldOptions {
  const { axisSoftMin, axisSoftMax } = custom;
  return {
    ...custom,
    axisSoftMin: axisSoftMin ?? (min === undefined ? 0 : undefined),
    axisSoftMax: axisSoftMax ?? (max === undefined ? 0 : undefined),
    stacking: { mode, group: "_" },
  };
}
