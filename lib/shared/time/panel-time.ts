import { parseDurationMs } from "./duration";
import { parseTime, type TimeRange } from "./time-range";

/** The range of a panel that has a relative time or a shift of its own; "now" is the end of the page's range. */
export function panelTimeRange(
  range: TimeRange,
  own: { timeFrom: string; timeShift: string },
  timeZone = "utc",
): TimeRange {
  const relative = ownRange(range, own.timeFrom.trim(), timeZone);
  const shiftMs = parseDurationMs(own.timeShift) ?? 0;
  return { fromMs: relative.fromMs - shiftMs, toMs: relative.toMs - shiftMs };
}

function ownRange(range: TimeRange, timeFrom: string, timeZone: string): TimeRange {
  if (timeFrom === "" || range.absolute) return range;
  const text = timeFrom.startsWith("now") ? timeFrom : `now-${timeFrom.replace(/^-/, "")}`;
  const context = { nowMs: range.toMs, timeZone };
  const fromMs = parseTime(text, context);
  const rounded = /\/[dwMy]$/.test(text) ? parseTime(text, context, true) : range.toMs;
  return fromMs === null || rounded === null || fromMs >= rounded ? range : { fromMs, toMs: rounded };
}
