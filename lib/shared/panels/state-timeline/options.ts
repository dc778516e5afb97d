import * as z from "zod";

/** `options` of Grafana's state timeline and status history; anything odd takes the default. */
export const StateOptions = z.object({
  mergeValues: z.boolean().catch(true),
  showValue: z.enum(["auto", "always", "never"]).catch("auto"),
  alignValue: z.enum(["left", "center", "right"]).catch("left"),
  rowHeight: z.number().min(0).max(1).catch(0.9),
  colWidth: z.number().min(0).max(1).catch(0.9),
  tooltip: z.object({ mode: z.enum(["single", "multi", "none"]).catch("single") }).catch({ mode: "single" }),
});
export type StateOptions = z.infer<typeof StateOptions>;

/** `fieldConfig.*.custom` of both panels. */
export const StateFieldOptions = z.object({
  fillOpacity: z.number().min(0).max(100).catch(70),
  lineWidth: z.number().min(0).catch(0),
  spanNulls: z.union([z.boolean(), z.number()]).catch(false),
});
export type StateFieldOptions = z.infer<typeof StateFieldOptions>;
