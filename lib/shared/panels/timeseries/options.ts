import {
  atLeast,
  between,
  flag,
  flagOrNumber,
  group,
  groups,
  isNumber,
  isPositive,
  isText,
  looseNumber,
  oneOf,
  optionalFlag,
  optionalNumber,
  orElse,
  type Read,
  type Reader,
  text,
  texts,
} from "@/lib/shared/panels/option-schemas";

const isDash = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((part) => isNumber(part) && part >= 0);

/** Every stored mode but `none` and `percent` stacks plainly, as in Grafana. */
const stackingMode: Reader<"none" | "normal" | "percent"> = {
  parse: (value) =>
    !isText(value) || value === "none" ? "none" : value === "percent" ? "percent" : "normal",
};

/** How one series is drawn: `fieldConfig.*.custom` of Grafana's time series panel; anything odd takes the default. */
export const TimeseriesFieldOptions = group({
  drawStyle: oneOf(["line", "bars", "points"], "line"),
  lineInterpolation: oneOf(["linear", "smooth", "stepBefore", "stepAfter"], "linear"),
  lineWidth: atLeast(0, 1),
  lineStyle: group({
    fill: oneOf(["solid", "dash", "dot", "square"], "solid"),
    dash: orElse(isDash, undefined),
  }),
  fillOpacity: between(0, 100, 0),
  fillBelowTo: text(),
  gradientMode: oneOf(["none", "opacity", "hue", "scheme"], "none"),
  showPoints: oneOf(["auto", "never", "always"], "auto"),
  pointSize: atLeast(0, 5),
  spanNulls: flagOrNumber,
  /** A number: only gaps longer than that (ms) break the line. */
  insertNulls: flagOrNumber,
  nullValueMode: oneOf(["null", "null as zero"], "null"),
  barAlignment: oneOf([-1, 0, 1], 0),
  barWidthFactor: between(0, 1, 0.6),
  barMaxWidth: atLeast(0, 200),
  stacking: group({
    mode: stackingMode,
    group: orElse((value): value is string | false => isText(value) || value === false, "A"),
  }),
  transform: oneOf(["", "constant", "negative-Y"], ""),
  thresholdsStyle: group({
    mode: oneOf(["off", "line", "dashed", "area", "line+area", "dashed+area", "series"], "off"),
  }),
  axisPlacement: oneOf(["auto", "left", "right", "hidden"], "auto"),
  axisLabel: text(),
  axisWidth: looseNumber,
  axisSoftMin: looseNumber,
  axisSoftMax: looseNumber,
  axisCenteredZero: flag(),
  axisColorMode: oneOf(["text", "series"], "text"),
  axisGridShow: optionalFlag,
  axisBorderShow: flag(),
  scaleDistribution: group({
    type: oneOf(["linear", "log", "symlog"], "linear"),
    log: oneOf([2, 10], 2),
    linearThreshold: orElse(isPositive, 1),
  }),
  hideFrom: group({ viz: flag(), legend: flag(), tooltip: flag() }),
});
export type TimeseriesFieldOptions = Read<typeof TimeseriesFieldOptions>;

/** `options` of Grafana's time series panel. */
export const TimeseriesOptions = group({
  tooltip: group({
    mode: oneOf(["single", "multi", "none"], "single"),
    sort: oneOf(["none", "asc", "desc"], "none"),
    hideZeros: flag(),
  }),
  /** Time zones of the axis where they are not the dashboard's. */
  timezone: texts,
  /** Of old graphs. */
  timeRegions: groups({
    fromDayOfWeek: optionalNumber,
    toDayOfWeek: optionalNumber,
    from: text(),
    to: text(),
    fill: flag(),
    line: flag(),
    colorMode: text(),
    fillColor: text(),
    lineColor: text(),
  }),
});
export type TimeseriesOptions = Read<typeof TimeseriesOptions>;
