import * as z from "zod";

const text = z.string().catch("");

export const BarchartOptions = z.object({
  orientation: z.enum(["auto", "horizontal", "vertical"]).catch("auto"),
  stacking: z.enum(["none", "normal", "percent"]).catch("none"),
  showValue: z.enum(["auto", "never", "always"]).catch("auto"),
  xField: text,
  colorByField: text,
  groupWidth: z.number().min(0.05).max(1).catch(0.7),
  barWidth: z.number().min(0.05).max(1).catch(0.97),
  xTickLabelRotation: z.number().min(-90).max(90).catch(0),
  xTickLabelMaxLength: z.number().int().positive().max(200).optional().catch(undefined),
});
