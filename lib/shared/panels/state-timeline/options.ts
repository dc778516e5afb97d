import * as z from "zod/mini";
import { atLeast, between, flag, oneOf, tooltipMode } from "@/lib/shared/panels/option-schemas";

/** `options` of Grafana's state timeline and status history; anything odd takes the default. */
export const StateOptions = z.object({
  mergeValues: flag(true),
  showValue: oneOf(["auto", "always", "never"], "auto"),
  alignValue: oneOf(["left", "center", "right"], "left"),
  rowHeight: between(0, 1, 0.9),
  colWidth: between(0, 1, 0.9),
  tooltip: tooltipMode,
});
export type StateOptions = z.infer<typeof StateOptions>;

/** `fieldConfig.*.custom` of both panels. */
export const StateFieldOptions = z.object({
  fillOpacity: between(0, 100, 70),
  lineWidth: atLeast(0, 0),
  spanNulls: z.catch(z.union([z.boolean(), z.number()]), false),
});
export type StateFieldOptions = z.infer<typeof StateFieldOptions>;
