import * as z from "zod";

const positive = z.number().min(0);
const optionalNumber = z.number().optional().catch(undefined);

/** Numbers that old documents keep as text. */
const looseNumber = z.preprocess(
  (value) => (typeof value === "string" && value.trim() !== "" ? Number(value) : value),
  optionalNumber,
);

/** How one series is drawn: `fieldConfig.*.custom` of Grafana's time series panel; anything odd takes the default. */
export const TimeseriesFieldOptions = z.object({
  drawStyle: z.enum(["line", "bars", "points"]).catch("line"),
  lineInterpolation: z.enum(["linear", "smooth", "stepBefore", "stepAfter"]).catch("linear"),
  lineWidth: positive.catch(1),
  lineStyle: z
    .object({
      fill: z.enum(["solid", "dash", "dot", "square"]).catch("solid"),
      dash: z.array(positive).optional().catch(undefined),
    })
    .catch({ fill: "solid" }),
  fillOpacity: positive.max(100).catch(0),
  fillBelowTo: z.string().catch(""),
  gradientMode: z.enum(["none", "opacity", "hue", "scheme"]).catch("none"),
  showPoints: z.enum(["auto", "never", "always"]).catch("auto"),
  pointSize: positive.catch(5),
  spanNulls: z.union([z.boolean(), z.number()]).catch(false),
  barAlignment: z.union([z.literal(-1), z.literal(0), z.literal(1)]).catch(0),
  barWidthFactor: positive.max(1).catch(0.6),
  barMaxWidth: positive.catch(200),
  stacking: z
    .object({
      mode: z.enum(["none", "normal", "percent"]).catch("none"),
      group: z.union([z.string(), z.literal(false)]).catch("A"),
    })
    .catch({ mode: "none", group: "A" }),
  transform: z.enum(["", "constant", "negative-Y"]).catch(""),
  thresholdsStyle: z
    .object({
      mode: z.enum(["off", "line", "dashed", "area", "line+area", "dashed+area", "series"]).catch("off"),
    })
    .catch({ mode: "off" }),
  axisPlacement: z.enum(["auto", "left", "right", "hidden"]).catch("auto"),
  axisLabel: z.string().catch(""),
  axisWidth: looseNumber,
  axisSoftMin: looseNumber,
  axisSoftMax: looseNumber,
  axisCenteredZero: z.boolean().catch(false),
  axisColorMode: z.enum(["text", "series"]).catch("text"),
  axisGridShow: z.boolean().optional().catch(undefined),
  axisBorderShow: z.boolean().catch(false),
  scaleDistribution: z
    .object({
      type: z.enum(["linear", "log", "symlog"]).catch("linear"),
      log: z.union([z.literal(2), z.literal(10)]).catch(2),
      linearThreshold: z.number().positive().catch(1),
    })
    .catch({ type: "linear", log: 2, linearThreshold: 1 }),
  hideFrom: z
    .object({
      viz: z.boolean().catch(false),
      legend: z.boolean().catch(false),
      tooltip: z.boolean().catch(false),
    })
    .catch({ viz: false, legend: false, tooltip: false }),
});
export type TimeseriesFieldOptions = z.infer<typeof TimeseriesFieldOptions>;

/** `options` of Grafana's time series panel. */
export const TimeseriesOptions = z.object({
  tooltip: z
    .object({
      mode: z.enum(["single", "multi", "none"]).catch("single"),
      sort: z.enum(["none", "asc", "desc"]).catch("none"),
      hideZeros: z.boolean().catch(false),
    })
    .catch({ mode: "single", sort: "none", hideZeros: false }),
});
export type TimeseriesOptions = z.infer<typeof TimeseriesOptions>;
