import { fromZonedTime, toZonedTime, type ZonedTime } from "./zoned-time";

export type TimeUnit = "ms" | "s" | "m" | "h" | "d" | "w" | "M" | "Q" | "y";

const fixedMs: Partial<Record<TimeUnit, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

/** Adds by the calendar of the zone from days upwards, so that `now-1d` keeps the wall clock over a clock change. */
export function addTime(ms: number, amount: number, unit: TimeUnit, timeZone: string): number {
  const fixed = fixedMs[unit];
  if (fixed !== undefined) return ms + amount * fixed;
  const time = toZonedTime(ms, timeZone);
  const fraction = ((ms % 1_000) + 1_000) % 1_000;
  if (unit === "d") time.day += amount;
  else if (unit === "w") time.day += 7 * amount;
  else shiftMonths(time, amount * (unit === "y" ? 12 : unit === "Q" ? 3 : 1));
  return fromZonedTime(time, timeZone) + fraction;
}

/** Start of the unit in the zone; weeks begin on Monday unless told otherwise. */
export function startOf(ms: number, unit: TimeUnit, timeZone: string, weekStart: 0 | 1 | 6 = 1): number {
  if (unit === "ms") return ms;
  const time = toZonedTime(ms, timeZone);
  time.second = unit === "s" ? time.second : 0;
  if (unit === "s" || unit === "m") return fromStart(ms, time, timeZone);
  time.minute = 0;
  if (unit === "h") return fromStart(ms, time, timeZone);
  time.hour = 0;
  if (unit === "w") {
    const weekday = new Date(Date.UTC(time.year, time.month - 1, time.day)).getUTCDay();
    time.day -= (weekday - weekStart + 7) % 7;
  }
  if (unit === "M" || unit === "Q" || unit === "y") time.day = 1;
  if (unit === "Q") time.month -= (time.month - 1) % 3;
  if (unit === "y") time.month = 1;
  return fromZonedTime(time, timeZone);
}

/** Start of the quarter or year of a reckoning whose years begin in another month (0 is January). */
export function startOfFiscal(ms: number, unit: "fQ" | "fy", timeZone: string, firstMonth: number): number {
  const start = startOf(ms, "M", timeZone);
  const since = (toZonedTime(start, timeZone).month - 1 - firstMonth + 24) % 12;
  return addTime(start, unit === "fQ" ? -(since % 3) : -since, "M", timeZone);
}

/** Last millisecond of the unit, as Grafana rounds a range's end. */
export function endOf(ms: number, unit: TimeUnit, timeZone: string, weekStart: 0 | 1 | 6 = 1): number {
  if (unit === "ms") return ms;
  return addTime(startOf(ms, unit, timeZone, weekStart), 1, unit, timeZone) - 1;
}

/** Within the hour the wall clock does not jump, so the difference is taken from the instant itself. */
function fromStart(ms: number, start: ZonedTime, timeZone: string): number {
  const now = toZonedTime(ms, timeZone);
  const seconds = (now.minute - start.minute) * 60 + (now.second - start.second);
  return Math.floor(ms / 1_000) * 1_000 - seconds * 1_000;
}

function shiftMonths(time: ZonedTime, months: number): void {
  const total = time.year * 12 + (time.month - 1) + months;
  time.year = Math.floor(total / 12);
  time.month = (total % 12) + 1;
  const daysInMonth = new Date(Date.UTC(time.year, time.month, 0)).getUTCDate();
  time.day = Math.min(time.day, daysInMonth);
}
