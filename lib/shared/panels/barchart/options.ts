import {
  atLeast,
  between,
  flag,
  group,
  integer,
  oneOf,
  type Read,
  text,
  textSizes,
} from "@/lib/shared/panels/option-schemas";

export const BarchartOptions = group({
  orientation: oneOf(["auto", "horizontal", "vertical"], "auto"),
  stacking: oneOf(["none", "normal", "percent"], "none"),
  showValue: oneOf(["auto", "never", "always"], "auto"),
  xField: text(),
  colorByField: text(),
  groupWidth: between(0.05, 1, 0.7),
  barWidth: between(0.05, 1, 0.97),
  xTickLabelRotation: between(-90, 90, 0),
  xTickLabelMaxLength: integer(1, 200, undefined),
  xTickLabelSpacing: between(-1000, 1000, 0),
  barRadius: between(0, 0.5, 0),
  text: textSizes,
  tooltip: group({ mode: oneOf(["single", "multi", "none"], "single") }),
});
export type BarchartOptions = Read<typeof BarchartOptions>;

/** `fieldConfig.*.custom` of the bar chart; what it says of axes and stacks is read as time series read it. */
export const BarchartFieldOptions = group({
  fillOpacity: between(0, 100, 80),
  lineWidth: atLeast(0, 1),
  gradientMode: oneOf(["none", "opacity", "hue", "scheme"], "none"),
  axisLabel: text(),
  hideFrom: group({ viz: flag(), legend: flag(), tooltip: flag() }),
});
