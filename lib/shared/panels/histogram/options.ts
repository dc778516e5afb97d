import * as z from "zod";

const looseNumber = z.preprocess(
  (value) => (typeof value === "string" && value.trim() !== "" ? Number(value) : value),
  z.number().optional().catch(undefined),
);

/** `options` of Grafana's histogram panel; anything odd takes the default. */
export const HistogramOptions = z.object({
  bucketSize: looseNumber,
  bucketCount: looseNumber,
  bucketOffset: z.number().catch(0),
  combine: z.boolean().catch(false),
  tooltip: z.object({ mode: z.enum(["single", "multi", "none"]).catch("single") }).catch({ mode: "single" }),
});
export type HistogramOptions = z.infer<typeof HistogramOptions>;

/** `fieldConfig.*.custom` of the histogram panel. */
export const HistogramFieldOptions = z.object({
  fillOpacity: z.number().min(0).max(100).catch(80),
  lineWidth: z.number().min(0).catch(1),
});
export type HistogramFieldOptions = z.infer<typeof HistogramFieldOptions>;
