import { flag, group, oneOf, type Read, textSizes } from "@/lib/shared/panels/option-schemas";

export const BargaugeOptions = group({
  displayMode: oneOf(["gradient", "lcd", "basic"], "gradient"),
  orientation: oneOf(["auto", "horizontal", "vertical"], "auto"),
  valueMode: oneOf(["color", "text", "hidden"], "color"),
  namePlacement: oneOf(["auto", "top", "left", "hidden"], "auto"),
  showUnfilled: flag(true),
  text: textSizes,
});

export type BargaugeOptions = Read<typeof BargaugeOptions>;
