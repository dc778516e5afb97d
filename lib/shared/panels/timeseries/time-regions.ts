import { cronTimes } from "@/lib/shared/time/cron-times";
import { fromZonedTime, toZonedTime } from "@/lib/shared/time/zoned-time";
import type { TimeRegion } from "./time-chart-model";

/** A stretch of every day or week, or one that begins whenever a cron expression strikes. */
export interface DailyRegion {
  cron?: { expression: string; lastsMs: number };
  fromDayOfWeek?: number;
  toDayOfWeek?: number;
  from: string;
  to: string;
}

/** As old graphs mark them; times of day are UTC. */
export interface StoredRegion extends DailyRegion {
  fill: boolean;
  line: boolean;
  colorMode: string;
  fillColor: string;
  lineColor: string;
}

const dayMs = 86_400_000;
const mostRegions = 200;
const named: Record<string, string> = {
  gray: "rgba(128, 128, 128, 0.15)",
  red: "rgba(234, 112, 112, 0.12)",
  green: "rgba(11, 237, 50, 0.09)",
  blue: "rgba(11, 125, 238, 0.12)",
  yellow: "rgba(235, 138, 14, 0.12)",
};

/** The regions that lie in a range, in order of time. */
export function timeRegions(
  stored: readonly StoredRegion[],
  { fromMs, toMs }: { fromMs: number; toMs: number },
): TimeRegion[] {
  const found = stored.flatMap((region) =>
    regionSpans(region, { fromMs, toMs }, "utc").map((span) => ({ ...span, ...colors(region) })),
  );
  return found.slice(0, mostRegions).sort((a, b) => a.fromMs - b.fromMs);
}

/** The stretches that lie in a range, cut to it. */
export function regionSpans(
  region: DailyRegion,
  { fromMs, toMs }: { fromMs: number; toMs: number },
  timeZone: string,
): { fromMs: number; toMs: number }[] {
  if (region.cron) return cronSpans(region.cron, { fromMs, toMs }, timeZone);
  const found: { fromMs: number; toMs: number }[] = [];
  // Days are reckoned on the wall clock of the zone, as if that were UTC.
  const clock = { fromMs: wallClock(fromMs, timeZone), toMs: wallClock(toMs, timeZone) };
  const firstDay = Math.floor(clock.fromMs / dayMs) * dayMs - 8 * dayMs;
  for (let day = firstDay; day <= clock.toMs + dayMs && found.length < mostRegions; day += dayMs) {
    if (region.fromDayOfWeek !== undefined && region.fromDayOfWeek !== dayOfWeek(day)) continue;
    const start = fromWallClock(day + timeOfDay(region.from, 0), timeZone);
    const end = fromWallClock(endOf(region, day), timeZone);
    // What lies in the hour that a clock skips does not take place.
    if (end <= start || end <= fromMs || start >= toMs) continue;
    found.push({ fromMs: Math.max(start, fromMs), toMs: Math.min(end, toMs) });
  }
  return found;
}

function cronSpans(
  { expression, lastsMs }: { expression: string; lastsMs: number },
  range: { fromMs: number; toMs: number },
  timeZone: string,
): { fromMs: number; toMs: number }[] {
  const asked = { fromMs: range.fromMs - lastsMs + 1, toMs: range.toMs };
  return cronTimes(expression, asked, timeZone, mostRegions).map((at) => ({
    fromMs: Math.max(at, range.fromMs),
    toMs: Math.min(at + lastsMs, range.toMs),
  }));
}

function wallClock(ms: number, timeZone: string): number {
  const { year, month, day, hour, minute, second } = toZonedTime(ms, timeZone);
  return Date.UTC(year, month - 1, day, hour, minute, second);
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

function colors({
  fill,
  line,
  colorMode,
  fillColor,
  lineColor,
}: StoredRegion): Pick<TimeRegion, "fill" | "line"> {
  const own = colorMode === "custom";
  const color = named[colorMode] ?? named.gray ?? null;
  return { fill: fill ? (own ? fillColor : color) : null, line: line ? (own ? lineColor : color) : null };
}
