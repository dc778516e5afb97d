import { fromZonedTime, toZonedTime, zoneOffset } from "./zoned-time";

const minuteMs = 60_000;
const dayMs = 86_400_000;
const bounds = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
] as const;
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const named = [[], [], [], months, days];

/** When a cron expression of five parts strikes within a range, by the clock of a zone; empty when it cannot be read. */
export function cronTimes(
  expression: string,
  { fromMs, toMs }: { fromMs: number; toMs: number },
  timeZone: string,
  most: number,
): number[] {
  const parts = expression.trim().split(/\s+/);
  const sets = bounds.map((_, place) => valuesOf(parts[place] ?? "", place));
  const [minutes, hours, dates, monthSet, weekdays] = sets;
  if (parts.length !== bounds.length || !minutes || !hours || !dates || !monthSet || !weekdays) return [];
  // Where both are limited, either of them will do.
  const either = parts[2] !== "*" && parts[4] !== "*";
  // Times that the clock skips strike when it goes on, once with those that stand there.
  const found = new Set<number>();
  const firstDay = Math.floor((fromMs + zoneOffset(fromMs, timeZone)) / dayMs) * dayMs;
  const end = toMs + zoneOffset(toMs, timeZone);
  for (let day = firstDay; day <= end && found.size < most; day += dayMs) {
    const date = new Date(day);
    const onDate = dates.has(date.getUTCDate());
    const onWeekday = weekdays.has(date.getUTCDay()) || (date.getUTCDay() === 0 && weekdays.has(7));
    if (!monthSet.has(date.getUTCMonth() + 1) || !(either ? onDate || onWeekday : onDate && onWeekday))
      continue;
    for (const hour of hours) {
      for (const minute of minutes) {
        const at = fromZonedTime(toZonedTime(day + (hour * 60 + minute) * minuteMs, "utc"), timeZone);
        if (at >= fromMs && at <= toMs) found.add(at);
      }
    }
  }
  return [...found].sort((a, b) => a - b).slice(0, most);
}

/** Of lists, ranges and steps: star/15, 1-5, mon,wed; null when it is none of these. */
function valuesOf(part: string, place: number): Set<number> | null {
  const [low = 0, high = 0] = bounds[place] ?? [];
  const values = new Set<number>();
  for (const piece of part.split(",")) {
    const [, range = "", step = "1"] = /^([^/]+)(?:\/(\d+))?$/.exec(piece) ?? [];
    const [first = "", last = piece.includes("/") ? String(high) : first] =
      range === "*" ? [String(low), String(high)] : range.split("-");
    const [from, to] = [first, last].map((text) => numberOf(text, place)) as [number, number];
    if (!(from >= low && to <= high && from <= to && Number(step) > 0)) return null;
    for (let value = from; value <= to; value += Number(step)) values.add(value);
  }
  return values;
}

function numberOf(text: string, place: number): number {
  if (/^\d+$/.test(text)) return Number(text);
  const at = named[place]?.indexOf(text.toLowerCase()) ?? -1;
  return at === -1 ? Number.NaN : at + (place === 3 ? 1 : 0);
}
