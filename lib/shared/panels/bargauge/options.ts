import * as z from "zod/mini";
import { flag, oneOf, textSizes } from "@/lib/shared/panels/option-schemas";

export const BargaugeOptions = z.object({
  displayMode: oneOf(["gradient", "lcd", "basic"], "gradient"),
  orientation: oneOf(["auto", "horizontal", "vertical"], "auto"),
  valueMode: oneOf(["color", "text", "hidden"], "color"),
  namePlacement: oneOf(["auto", "top", "left", "hidden"], "auto"),
  showUnfilled: flag(true),
  text: textSizes,
});

export type BargaugeOptions = z.infer<typeof BargaugeOptions>;
