import {
  atLeast,
  between,
  flag,
  group,
  isNumber,
  looseNumber,
  oneOf,
  orElse,
  type Read,
  tooltipMode,
} from "@/lib/shared/panels/option-schemas";

/** `options` of Grafana's histogram panel; anything odd takes the default. */
export const HistogramOptions = group({
  bucketSize: looseNumber,
  bucketCount: looseNumber,
  bucketOffset: orElse(isNumber, 0),
  combine: flag(),
  tooltip: tooltipMode,
});
export type HistogramOptions = Read<typeof HistogramOptions>;

/** `fieldConfig.*.custom` of the histogram panel. */
export const HistogramFieldOptions = group({
  fillOpacity: between(0, 100, 80),
  lineWidth: atLeast(0, 1),
  gradientMode: oneOf(["none", "opacity", "hue", "scheme"], "none"),
  hideFrom: group({ viz: flag(), tooltip: flag() }),
  stacking: group({ mode: oneOf(["none", "normal", "percent"], "none") }),
});
export type HistogramFieldOptions = Read<typeof HistogramFieldOptions>;
