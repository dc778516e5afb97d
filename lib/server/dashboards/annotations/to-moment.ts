import { latestMs } from "@/lib/shared/dashboards/annotation";

/** A bound of a search as a moment that the database knows: nothing is written down beyond 1970 and 9999. */
export function toMoment(ms: number): Date {
  return new Date(Math.min(latestMs, Math.max(0, ms)));
}
