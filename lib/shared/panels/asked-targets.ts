import type { ReadPanel, ReadTarget } from "@/lib/shared/dashboards/reading-model";

/** The queries that a panel must ask: those that are shown, and where there are expressions all, for they may need any. */
export function askedTargets({ targets }: Pick<ReadPanel, "targets">): ReadTarget[] {
  const computes = targets.some(({ expression, hidden }) => expression !== undefined && !hidden);
  return targets.filter(({ hidden, expr }) => (computes || !hidden) && expr.trim() !== "");
}
