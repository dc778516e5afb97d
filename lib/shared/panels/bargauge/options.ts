import * as z from "zod";

export const BargaugeOptions = z.object({
  displayMode: z.enum(["gradient", "lcd", "basic"]).catch("gradient"),
  orientation: z.enum(["auto", "horizontal", "vertical"]).catch("auto"),
  valueMode: z.enum(["color", "text", "hidden"]).catch("color"),
  namePlacement: z.enum(["auto", "top", "left", "hidden"]).catch("auto"),
  showUnfilled: z.boolean().catch(true),
  text: z
    .object({
      titleSize: z.number().positive().optional().catch(undefined),
      valueSize: z.number().positive().optional().catch(undefined),
    })
    .catch({}),
});

export type BargaugeOptions = z.infer<typeof BargaugeOptions>;
