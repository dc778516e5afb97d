import * as z from "zod/mini";
import { flag, maybe, oneOf, positive } from "@/lib/shared/panels/option-schemas";

const Legend = z.object({
  showLegend: flag(true),
  displayMode: oneOf(["list", "table", "hidden"], "list"),
  placement: oneOf(["bottom", "right"], "bottom"),
  calcs: z.catch(z.array(z.string()), []),
  /** What a pie's legend shows of its slices. */
  values: z.catch(z.array(z.string()), []),
  sortBy: maybe(z.string()),
  sortDesc: flag(true),
  width: maybe(positive),
  hideEmpty: flag(),
  hideZero: flag(),
});

export type LegendOptions = z.infer<typeof Legend> & { shown: boolean };

/** The `legend` of a panel's options. */
export function readLegendOptions(json: unknown): LegendOptions {
  const legend = Legend.parse(typeof json === "object" && json !== null ? json : {});
  return { ...legend, shown: legend.showLegend && legend.displayMode !== "hidden" };
}
