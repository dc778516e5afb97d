import type { RawTimeRange, TimeRange } from "./time-range";

/** Half a range to the left or right, as Grafana's arrows; never past now when it was not already. */
export function shiftRange(range: TimeRange, direction: -1 | 1, nowMs: number): TimeRange {
  const half = Math.round((range.toMs - range.fromMs) / 2);
  const by = direction === 1 && range.toMs <= nowMs ? Math.min(half, nowMs - range.toMs) : direction * half;
  return { fromMs: range.fromMs + by, toMs: range.toMs + by };
}

/** Twice as wide around the middle; a range of no width grows to a minute. */
export function zoomOut(range: TimeRange, factor = 2): TimeRange {
  const width = Math.max(range.toMs - range.fromMs, 30_000);
  const middle = (range.fromMs + range.toMs) / 2;
  return {
    fromMs: Math.round(middle - (width * factor) / 2),
    toMs: Math.round(middle + (width * factor) / 2),
  };
}

export function toAbsoluteRange(range: TimeRange): RawTimeRange {
  return { from: String(range.fromMs), to: String(range.toMs) };
}
