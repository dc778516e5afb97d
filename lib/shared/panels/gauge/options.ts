import * as z from "zod/mini";
import { flag, oneOf, textSizes } from "@/lib/shared/panels/option-schemas";

export const GaugeOptions = z.object({
  showThresholdMarkers: flag(true),
  showThresholdLabels: flag(),
  orientation: oneOf(["auto", "horizontal", "vertical"], "auto"),
  text: textSizes,
});

export type GaugeOptions = z.infer<typeof GaugeOptions>;
