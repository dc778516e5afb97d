import { zoneStretches } from "@/lib/shared/time/clock-change";
import { addTime, startOf, type TimeUnit } from "@/lib/shared/time/shift-time";

const DAY_MS = 86_400_000;
/** What uPlot counts a month and a year as. */
const MONTH_MS = 30 * DAY_MS;
const YEAR_MS = 365 * DAY_MS;
/** Of the distance that ticks have: what a clock change puts nearer is left out. */
const LEAST_SHARE = 0.6;

/** Ticks on round times of the zone's clock, also where it is set forward or back between them. */
export function timeTicks(fromMs: number, toMs: number, incrementMs: number, timeZone: string): number[] {
  if (incrementMs >= YEAR_MS) return calendarTicks(fromMs, toMs, "y", incrementMs / YEAR_MS, timeZone);
  if (incrementMs >= MONTH_MS) return calendarTicks(fromMs, toMs, "M", incrementMs / MONTH_MS, timeZone);
  if (incrementMs >= DAY_MS) return calendarTicks(fromMs, toMs, "d", incrementMs / DAY_MS, timeZone);
  return clockTicks(fromMs, toMs, incrementMs, timeZone);
}

function calendarTicks(fromMs: number, toMs: number, unit: TimeUnit, step: number, timeZone: string) {
  const start = startOf(fromMs, unit, timeZone);
  const first = start < fromMs ? addTime(start, unit === "d" ? 1 : step, unit, timeZone) : start;
  const ticks: number[] = [];
  for (let tick = first; tick <= toMs; tick = addTime(first, ticks.length * step, unit, timeZone))
    ticks.push(tick);
  return ticks;
}

function clockTicks(fromMs: number, toMs: number, incrementMs: number, timeZone: string): number[] {
  const ticks: number[] = [];
  for (const stretch of zoneStretches(fromMs, toMs, timeZone)) {
    const { offsetMs } = stretch;
    const isLast = stretch.toMs === toMs;
    let tick = Math.ceil((stretch.fromMs + offsetMs) / incrementMs) * incrementMs - offsetMs;
    for (; isLast ? tick <= toMs : tick < stretch.toMs; tick += incrementMs) {
      const before = ticks.at(-1);
      if (before === undefined || tick - before >= incrementMs * LEAST_SHARE) ticks.push(tick);
    }
  }
  return ticks;
}
