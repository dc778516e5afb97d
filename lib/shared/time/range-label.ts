import { isRelativeTime, parseTime, type RawTimeRange } from "./time-range";
import { toZonedTime } from "./zoned-time";

const unitNames: Record<string, string> = {
  s: "second",
  m: "minute",
  h: "hour",
  d: "day",
  w: "week",
  M: "month",
  Q: "quarter",
  y: "year",
};

const fixedLabels: Record<string, string> = {
  "now/d to now/d": "Today",
  "now/d to now": "Today so far",
  "now/w to now/w": "This week",
  "now/w to now": "This week so far",
  "now/M to now/M": "This month",
  "now/M to now": "This month so far",
  "now/y to now/y": "This year",
  "now/y to now": "This year so far",
  "now-1d/d to now-1d/d": "Yesterday",
  "now-2d/d to now-2d/d": "Day before yesterday",
  "now-7d/d to now-7d/d": "This day last week",
  "now-1w/w to now-1w/w": "Previous week",
  "now-1M/M to now-1M/M": "Previous month",
  "now-1Q/Q to now-1Q/Q": "Previous quarter",
  "now-1y/y to now-1y/y": "Previous year",
};

/** "Last 6 hours", "Yesterday", or both ends written out in the zone. */
export function rangeLabel(range: RawTimeRange, timeZone: string): string {
  const from = range.from.trim();
  const to = range.to.trim();
  const fixed = fixedLabels[`${from} to ${to}`];
  if (fixed) return fixed;
  const last = /^now-(\d+)([smhdwMQy])$/.exec(from);
  if (last && to === "now") {
    const amount = Number(last[1]);
    const unit = unitNames[last[2] ?? ""];
    return amount === 1 ? `Last 1 ${unit}` : `Last ${amount} ${unit}s`;
  }
  return `${endLabel(from, timeZone)} to ${endLabel(to, timeZone)}`;
}

export function formatTimestamp(ms: number, timeZone: string): string {
  const t = toZonedTime(ms, timeZone);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${t.year}-${two(t.month)}-${two(t.day)} ${two(t.hour)}:${two(t.minute)}:${two(t.second)}`;
}

function endLabel(text: string, timeZone: string): string {
  if (isRelativeTime(text)) return text;
  const ms = parseTime(text, { nowMs: 0, timeZone });
  return ms === null ? text : formatTimestamp(ms, timeZone);
}
