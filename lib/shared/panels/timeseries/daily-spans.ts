import { fromZonedTime, toZonedTime, zoneOffset } from "@/lib/shared/time/zoned-time";

/** A stretch of every day or week. */
export interface DailyRegion {
  fromDayOfWeek?: number;
  toDayOfWeek?: number;
  from: string;
  to: string;
}

export interface Span {
  fromMs: number;
  toMs: number;
}

const dayMs = 86_400_000;
export const mostSpans = 200;

/** The stretches that lie in a range, cut to it. */
export function dailySpans(region: DailyRegion, { fromMs, toMs }: Span, timeZone: string): Span[] {
  const found: Span[] = [];
  // Days are reckoned on the wall clock of the zone, as if that were UTC.
  const firstDay = Math.floor((fromMs + zoneOffset(fromMs, timeZone)) / dayMs) * dayMs - 8 * dayMs;
  const lastDay = toMs + zoneOffset(toMs, timeZone) + dayMs;
  for (let day = firstDay; day <= lastDay && found.length < mostSpans; day += dayMs) {
    if (region.fromDayOfWeek !== undefined && region.fromDayOfWeek !== dayOfWeek(day)) continue;
    const start = fromWallClock(day + timeOfDay(region.from, 0), timeZone);
    const end = fromWallClock(endOf(region, day), timeZone);
    // What lies in the hour that a clock skips does not take place.
    if (end <= start || end <= fromMs || start >= toMs) continue;
    found.push({ fromMs: Math.max(start, fromMs), toMs: Math.min(end, toMs) });
  }
  return found;
}

function fromWallClock(wallMs: number, timeZone: string): number {
  return fromZonedTime(toZonedTime(wallMs, "utc"), timeZone);
}

/** On the day itself or the day after, or on the next day of the week that is named. */
function endOf({ from, to, toDayOfWeek }: DailyRegion, day: number): number {
  const [start, end] = [timeOfDay(from, 0), timeOfDay(to, dayMs)];
  const days = toDayOfWeek === undefined ? 0 : (toDayOfWeek - dayOfWeek(day) + 7) % 7;
  const sameDay = day + days * dayMs + end;
  if (sameDay > day + start) return sameDay;
  return sameDay + (toDayOfWeek === undefined ? dayMs : 7 * dayMs);
}

/** 1 is Monday, 7 Sunday. */
function dayOfWeek(day: number): number {
  return new Date(day).getUTCDay() || 7;
}

function timeOfDay(text: string, otherwise: number): number {
  const [, hours, minutes = "0"] = /^(\d{1,2})(?::(\d{2}))?$/.exec(text.trim()) ?? [];
  return hours === undefined ? otherwise : (Number(hours) * 60 + Number(minutes)) * 60_000;
}
