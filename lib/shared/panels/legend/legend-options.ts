import * as z from "zod";

const Legend = z.object({
  showLegend: z.boolean().catch(true),
  displayMode: z.enum(["list", "table", "hidden"]).catch("list"),
  placement: z.enum(["bottom", "right"]).catch("bottom"),
  calcs: z.array(z.string()).catch([]),
  /** What a pie's legend shows of its slices. */
  values: z.array(z.string()).catch([]),
  sortBy: z.string().optional().catch(undefined),
  sortDesc: z.boolean().catch(true),
  width: z.number().positive().optional().catch(undefined),
  hideEmpty: z.boolean().catch(false),
  hideZero: z.boolean().catch(false),
});

export type LegendOptions = z.infer<typeof Legend> & { shown: boolean };

/** The `legend` of a panel's options. */
export function readLegendOptions(json: unknown): LegendOptions {
  const legend = Legend.parse(typeof json === "object" && json !== null ? json : {});
  return { ...legend, shown: legend.showLegend && legend.displayMode !== "hidden" };
}
