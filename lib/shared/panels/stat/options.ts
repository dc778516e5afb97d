import { flag, group, oneOf, type Read, text, textSizes } from "@/lib/shared/panels/option-schemas";

export const StatOptions = group({
  colorMode: oneOf(["none", "value", "background", "background_solid"], "value"),
  graphMode: oneOf(["none", "area"], "area"),
  justifyMode: oneOf(["auto", "center"], "auto"),
  orientation: oneOf(["auto", "horizontal", "vertical"], "auto"),
  textMode: oneOf(["auto", "value", "value_and_name", "name", "none"], "auto"),
  /** Name and value side by side where there is width for it. */
  wideLayout: flag(true),
  showPercentChange: flag(),
  percentChangeColorMode: oneOf(["standard", "inverted", "same_as_value"], "standard"),
  text: textSizes,
  /** Of single stats: text before and after the value. */
  prefix: text(),
  postfix: text(),
});

export type StatOptions = Read<typeof StatOptions>;
