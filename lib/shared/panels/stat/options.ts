import * as z from "zod";

export const StatOptions = z.object({
  colorMode: z.enum(["none", "value", "background", "background_solid"]).catch("value"),
  graphMode: z.enum(["none", "area"]).catch("area"),
  justifyMode: z.enum(["auto", "center"]).catch("auto"),
  orientation: z.enum(["auto", "horizontal", "vertical"]).catch("auto"),
  textMode: z.enum(["auto", "value", "value_and_name", "name", "none"]).catch("auto"),
  showPercentChange: z.boolean().catch(false),
  percentChangeColorMode: z.enum(["standard", "inverted", "same_as_value"]).catch("standard"),
  text: z
    .object({
      titleSize: z.number().positive().optional().catch(undefined),
      valueSize: z.number().positive().optional().catch(undefined),
    })
    .catch({}),
  /** Of single stats: text before and after the value. */
  prefix: z.string().catch(""),
  postfix: z.string().catch(""),
});

export type StatOptions = z.infer<typeof StatOptions>;
