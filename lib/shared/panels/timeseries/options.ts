import * as z from "zod/mini";
import {
  atLeast,
  between,
  flag,
  looseNumber,
  maybe,
  oneOf,
  positive,
  text,
} from "@/lib/shared/panels/option-schemas";

/** How one series is drawn: `fieldConfig.*.custom` of Grafana's time series panel; anything odd takes the default. */
export const TimeseriesFieldOptions = z.object({
  drawStyle: oneOf(["line", "bars", "points"], "line"),
  lineInterpolation: oneOf(["linear", "smooth", "stepBefore", "stepAfter"], "linear"),
  lineWidth: atLeast(0, 1),
  lineStyle: z.catch(
    z.object({
      fill: oneOf(["solid", "dash", "dot", "square"], "solid"),
      dash: maybe(z.array(z.number().check(z.minimum(0)))),
    }),
    { fill: "solid" },
  ),
  fillOpacity: between(0, 100, 0),
  fillBelowTo: text(),
  gradientMode: oneOf(["none", "opacity", "hue", "scheme"], "none"),
  showPoints: oneOf(["auto", "never", "always"], "auto"),
  pointSize: atLeast(0, 5),
  spanNulls: z.catch(z.union([z.boolean(), z.number()]), false),
  barAlignment: z.catch(z.union([z.literal(-1), z.literal(0), z.literal(1)]), 0),
  barWidthFactor: between(0, 1, 0.6),
  barMaxWidth: atLeast(0, 200),
  stacking: z.catch(
    z.object({
      mode: oneOf(["none", "normal", "percent"], "none"),
      group: z.catch(z.union([z.string(), z.literal(false)]), "A"),
    }),
    { mode: "none", group: "A" },
  ),
  transform: oneOf(["", "constant", "negative-Y"], ""),
  thresholdsStyle: z.catch(
    z.object({
      mode: oneOf(["off", "line", "dashed", "area", "line+area", "dashed+area", "series"], "off"),
    }),
    { mode: "off" },
  ),
  axisPlacement: oneOf(["auto", "left", "right", "hidden"], "auto"),
  axisLabel: text(),
  axisWidth: looseNumber,
  axisSoftMin: looseNumber,
  axisSoftMax: looseNumber,
  axisCenteredZero: flag(),
  axisColorMode: oneOf(["text", "series"], "text"),
  axisGridShow: maybe(z.boolean()),
  axisBorderShow: flag(),
  scaleDistribution: z.catch(
    z.object({
      type: oneOf(["linear", "log", "symlog"], "linear"),
      log: z.catch(z.union([z.literal(2), z.literal(10)]), 2),
      linearThreshold: z.catch(positive, 1),
    }),
    { type: "linear", log: 2, linearThreshold: 1 },
  ),
  hideFrom: z.catch(z.object({ viz: flag(), legend: flag(), tooltip: flag() }), {
    viz: false,
    legend: false,
    tooltip: false,
  }),
});
export type TimeseriesFieldOptions = z.infer<typeof TimeseriesFieldOptions>;

/** `options` of Grafana's time series panel. */
export const TimeseriesOptions = z.object({
  tooltip: z.catch(
    z.object({
      mode: oneOf(["single", "multi", "none"], "single"),
      sort: oneOf(["none", "asc", "desc"], "none"),
      hideZeros: flag(),
    }),
    { mode: "single", sort: "none", hideZeros: false },
  ),
});
export type TimeseriesOptions = z.infer<typeof TimeseriesOptions>;
