import type { Field } from "@/lib/shared/panels/fields/data-frame";
import { withinReach } from "@/lib/shared/panels/within-reach";

export const mostBars = 2000;

/** What a column has to draw; null for the rest. */
export function barNumbers({ values }: Field): (number | null)[] {
  return values
    .slice(0, mostBars)
    .map((value) => (typeof value === "number" && Number.isFinite(value) ? withinReach(value) : null));
}
