import {
  atLeast,
  flag,
  group,
  oneOf,
  type Read,
  textSizes,
  vizSizing,
} from "@/lib/shared/panels/option-schemas";

export const GaugeOptions = group({
  showThresholdMarkers: flag(true),
  showThresholdLabels: flag(),
  orientation: oneOf(["auto", "horizontal", "vertical"], "auto"),
  text: textSizes,
  /** With `manual` no dial is smaller than this: more of them scroll. */
  sizing: vizSizing,
  minVizWidth: atLeast(10, 75),
  minVizHeight: atLeast(10, 75),
});

export type GaugeOptions = Read<typeof GaugeOptions>;
