import * as z from "zod";

export const GaugeOptions = z.object({
  showThresholdMarkers: z.boolean().catch(true),
  showThresholdLabels: z.boolean().catch(false),
  orientation: z.enum(["auto", "horizontal", "vertical"]).catch("auto"),
  text: z
    .object({
      titleSize: z.number().positive().optional().catch(undefined),
      valueSize: z.number().positive().optional().catch(undefined),
    })
    .catch({}),
});

export type GaugeOptions = z.infer<typeof GaugeOptions>;
