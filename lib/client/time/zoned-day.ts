import { formatTimestamp } from "@/lib/shared/time/range-label";
import { parseTime } from "@/lib/shared/time/time-range";

/** The day in which a typed time lies by the zone's calendar, as `YYYY-MM-DD`; null when it is none. */
export function zonedDay(typed: string, nowMs: number, timeZone: string): string | null {
  const ms = parseTime(typed, { nowMs, timeZone });
  return ms === null ? null : formatTimestamp(ms, timeZone).slice(0, 10);
}
