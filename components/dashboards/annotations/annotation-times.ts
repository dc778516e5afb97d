import { formatTimestamp } from "@/lib/shared/time/range-label";

/** A moment, or from when to when. */
export function annotationTimes(
  { fromMs, toMs }: { fromMs: number; toMs: number },
  timeZone: string,
): string {
  const from = formatTimestamp(fromMs, timeZone);
  return toMs > fromMs ? `${from} to ${formatTimestamp(toMs, timeZone)}` : from;
}
