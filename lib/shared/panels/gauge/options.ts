import { flag, group, oneOf, type Read, textSizes } from "@/lib/shared/panels/option-schemas";

export const GaugeOptions = group({
  showThresholdMarkers: flag(true),
  showThresholdLabels: flag(),
  orientation: oneOf(["auto", "horizontal", "vertical"], "auto"),
  text: textSizes,
});

export type GaugeOptions = Read<typeof GaugeOptions>;
