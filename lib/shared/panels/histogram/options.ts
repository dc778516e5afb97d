import * as z from "zod/mini";
import { atLeast, between, flag, looseNumber, tooltipMode } from "@/lib/shared/panels/option-schemas";

/** `options` of Grafana's histogram panel; anything odd takes the default. */
export const HistogramOptions = z.object({
  bucketSize: looseNumber,
  bucketCount: looseNumber,
  bucketOffset: z.catch(z.number(), 0),
  combine: flag(),
  tooltip: tooltipMode,
});
export type HistogramOptions = z.infer<typeof HistogramOptions>;

/** `fieldConfig.*.custom` of the histogram panel. */
export const HistogramFieldOptions = z.object({
  fillOpacity: between(0, 100, 80),
  lineWidth: atLeast(0, 1),
});
export type HistogramFieldOptions = z.infer<typeof HistogramFieldOptions>;
