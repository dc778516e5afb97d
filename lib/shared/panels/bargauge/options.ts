import { isJsonObject } from "@/lib/shared/json";
import { type LegendOptions, readLegendOptions } from "@/lib/shared/panels/legend/legend-options";
import {
  atLeast,
  flag,
  group,
  oneOf,
  type Read,
  textSizes,
  vizSizing,
} from "@/lib/shared/panels/option-schemas";

export const BargaugeOptions = group({
  displayMode: oneOf(["gradient", "lcd", "basic"], "gradient"),
  orientation: oneOf(["auto", "horizontal", "vertical"], "auto"),
  valueMode: oneOf(["color", "text", "hidden"], "color"),
  namePlacement: oneOf(["auto", "top", "left", "hidden"], "auto"),
  showUnfilled: flag(true),
  text: textSizes,
  sizing: vizSizing,
  minVizWidth: atLeast(1, 8),
  minVizHeight: atLeast(1, 16),
  maxVizHeight: atLeast(1, 300),
});

export type BargaugeOptions = Read<typeof BargaugeOptions>;

/** Unlike other panels, bar gauges have no legend unless one is asked for. */
export function readBargaugeLegend(stored: unknown): LegendOptions {
  return readLegendOptions({ showLegend: false, ...(isJsonObject(stored) ? stored : {}) });
}
