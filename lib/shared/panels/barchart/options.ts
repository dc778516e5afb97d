import { between, group, integer, oneOf, text } from "@/lib/shared/panels/option-schemas";

export const BarchartOptions = group({
  orientation: oneOf(["auto", "horizontal", "vertical"], "auto"),
  stacking: oneOf(["none", "normal", "percent"], "none"),
  showValue: oneOf(["auto", "never", "always"], "auto"),
  xField: text(),
  colorByField: text(),
  groupWidth: between(0.05, 1, 0.7),
  barWidth: between(0.05, 1, 0.97),
  xTickLabelRotation: between(-90, 90, 0),
  xTickLabelMaxLength: integer(1, 200, undefined),
});
