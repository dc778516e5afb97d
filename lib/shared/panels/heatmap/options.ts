import * as z from "zod";

const looseNumber = z.preprocess(
  (value) => (typeof value === "string" && value.trim() !== "" ? Number(value) : value),
  z.number().optional().catch(undefined),
);

const Buckets = z.object({
  mode: z.enum(["size", "count"]).catch("count"),
  value: z.coerce.string().catch(""),
  scale: z
    .object({
      type: z.enum(["linear", "log", "symlog"]).catch("linear"),
      log: z.number().min(2).catch(2),
    })
    .optional()
    .catch(undefined),
});

/** Grafana leaves empty buckets undrawn unless told otherwise. */
const NO_ZEROS: { le?: number; ge?: number } = { le: 1e-9 };

/** `options` of Grafana's heatmap panel; anything odd takes the default. */
export const HeatmapOptions = z.object({
  calculate: z.boolean().catch(false),
  calculation: z
    .object({
      xBuckets: Buckets.optional().catch(undefined),
      yBuckets: Buckets.optional().catch(undefined),
    })
    .catch({}),
  color: z
    .object({
      mode: z.enum(["scheme", "opacity"]).catch("scheme"),
      scheme: z.string().catch("Oranges"),
      fill: z.string().catch("dark-orange"),
      scale: z.enum(["linear", "exponential"]).catch("exponential"),
      exponent: z.number().positive().catch(0.5),
      steps: z.number().int().min(2).max(128).catch(64),
      reverse: z.boolean().catch(false),
      min: looseNumber,
      max: looseNumber,
    })
    .catch({
      mode: "scheme",
      scheme: "Oranges",
      fill: "dark-orange",
      scale: "exponential",
      exponent: 0.5,
      steps: 64,
      reverse: false,
    }),
  cellGap: z.number().min(0).max(25).catch(1),
  cellValues: z.object({ unit: z.string().optional().catch(undefined), decimals: looseNumber }).catch({}),
  filterValues: z.object({ le: looseNumber, ge: looseNumber }).catch(NO_ZEROS),
  yAxis: z
    .object({
      unit: z.string().optional().catch(undefined),
      decimals: looseNumber,
      axisPlacement: z.enum(["auto", "left", "right", "hidden"]).catch("left"),
      axisLabel: z.string().catch(""),
      axisWidth: looseNumber,
      reverse: z.boolean().catch(false),
    })
    .catch({ axisPlacement: "left", axisLabel: "", reverse: false }),
  rowsFrame: z
    .object({
      layout: z.enum(["auto", "le", "ge", "unknown"]).catch("auto"),
      value: z.string().catch(""),
    })
    .catch({ layout: "auto", value: "" }),
  legend: z.object({ show: z.boolean().catch(true) }).catch({ show: true }),
  tooltip: z.object({ mode: z.enum(["single", "multi", "none"]).catch("single") }).catch({ mode: "single" }),
});
export type HeatmapOptions = z.infer<typeof HeatmapOptions>;
