import {
  isRelativeTime,
  parseTimeRange,
  type RawTimeRange,
  type TimeContext,
  type TimeRange,
} from "./time-range";

const fallback: RawTimeRange = { from: "now-6h", to: "now" };

/** A range that cannot be read gives way to the last six hours: a broken link still shows something. */
export function resolveRange(
  raw: RawTimeRange,
  context: TimeContext,
): { raw: RawTimeRange; range: TimeRange } {
  const range = parseTimeRange(raw, context);
  if (range) return { raw, range: isRelativeTime(raw.from) ? range : { ...range, absolute: true } };
  return { raw: fallback, range: { fromMs: context.nowMs - 6 * 3_600_000, toMs: context.nowMs } };
}
