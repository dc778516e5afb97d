import { isRelativeTime, parseTime, type RawTimeRange } from "@/lib/shared/time/time-range";

export interface RangeCheck {
  /** What to put in the address, or null while something is wrong. */
  range: RawTimeRange | null;
  fromProblem: string | null;
  toProblem: string | null;
}

const notATime = "Write a time such as now-6h, now/d or 2026-01-31 08:00:00.";

/** Reads both ends as typed: relative ones stay as written, absolute ones become milliseconds. */
export function checkRange(typed: RawTimeRange, nowMs: number, timeZone: string): RangeCheck {
  const fromMs = parseTime(typed.from, { nowMs, timeZone });
  const toMs = parseTime(typed.to, { nowMs, timeZone }, true);
  const fromProblem = fromMs === null ? notATime : null;
  let toProblem = toMs === null ? notATime : null;
  if (fromMs !== null && toMs !== null && fromMs >= toMs) toProblem = "The end must come after the start.";
  if (fromMs === null || toMs === null || toProblem !== null) return { range: null, fromProblem, toProblem };
  const keep = (text: string, ms: number) => (isRelativeTime(text) ? text.trim() : String(ms));
  return { range: { from: keep(typed.from, fromMs), to: keep(typed.to, toMs) }, fromProblem, toProblem };
}
