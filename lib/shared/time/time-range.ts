import { addTime, endOf, startOf, startOfFiscal, type TimeUnit } from "./shift-time";
import { fromZonedTime, lastDateMs } from "./zoned-time";

/** As it stands in a dashboard or a URL: `now-6h`, `now/d`, epoch ms or ISO. */
export interface RawTimeRange {
  from: string;
  to: string;
}

export interface TimeRange {
  fromMs: number;
  toMs: number;
  /** Chosen by its ends, not relative to now: panels with a relative time of their own keep to it, as in Grafana. */
  absolute?: boolean;
}

export interface TimeContext {
  nowMs: number;
  timeZone: string;
  weekStart?: 0 | 1 | 6;
  /** The month (0 is January) in which `now/fy` and `now/fQ` begin their years. */
  fiscalStart?: number;
}

const relative = /^now((?:[+-]\d+(?:ms|[smhdwMQy])|\/(?:[smhdwMQy]|f[Qy]))*)$/;
const step = /([+-])(\d+)(ms|[smhdwMQy])|\/(f?[a-zA-Z])/g;

export function isRelativeTime(text: string): boolean {
  return relative.test(text.trim());
}

/** Ms since the epoch, or null when the text is no time. `roundUp` is for the end of a range: `now/d` is then the day's end. */
export function parseTime(text: string, context: TimeContext, roundUp = false): number | null {
  const trimmed = text.trim();
  const steps = relative.exec(trimmed)?.[1];
  const ms =
    steps === undefined ? parseAbsolute(trimmed, context.timeZone) : parseSteps(steps, context, roundUp);
  return ms !== null && Math.abs(ms) <= lastDateMs ? ms : null;
}

function parseSteps(steps: string, context: TimeContext, roundUp: boolean): number {
  let ms = context.nowMs;
  for (const [, sign, amount, unit, rounded] of steps.matchAll(step)) {
    if (rounded) ms = roundedTime(ms, rounded, context, roundUp);
    else ms = addTime(ms, (sign === "-" ? -1 : 1) * Number(amount), toUnit(unit ?? ""), context.timeZone);
  }
  return ms;
}

function roundedTime(ms: number, unit: string, context: TimeContext, up: boolean): number {
  const { timeZone, weekStart, fiscalStart = 0 } = context;
  if (unit === "fQ" || unit === "fy") {
    const start = startOfFiscal(ms, unit, timeZone, fiscalStart);
    return up ? addTime(start, 1, unit === "fy" ? "y" : "Q", timeZone) - 1 : start;
  }
  return (up ? endOf : startOf)(ms, toUnit(unit), timeZone, weekStart);
}

/** Null when either end is no time or the range does not run forward. */
export function parseTimeRange(range: RawTimeRange, context: TimeContext): TimeRange | null {
  const fromMs = parseTime(range.from, context);
  const toMs = parseTime(range.to, context, true);
  return fromMs === null || toMs === null || fromMs >= toMs ? null : { fromMs, toMs };
}

function parseAbsolute(text: string, timeZone: string): number | null {
  if (/^-?\d{1,16}$/.test(text)) return Number(text);
  const wall = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?)?$/.exec(text);
  if (wall) {
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = wall
      .slice(1, 7)
      .map((v) => Number(v ?? 0));
    if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60)
      return null;
    return (
      fromZonedTime({ year, month, day, hour, minute, second }, timeZone) +
      Number((wall[7] ?? "").padEnd(3, "0"))
    );
  }
  if (!/^\d{4}-\d{2}-\d{2}T/.test(text)) return null;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : ms;
}

function toUnit(text: string): TimeUnit {
  return text as TimeUnit;
}
