import { isShownTwice, offsetText } from "@/lib/shared/time/clock-change";
import { formatTimestamp } from "@/lib/shared/time/range-label";
import { zoneOffset } from "@/lib/shared/time/zoned-time";

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const YEAR_MS = 365 * DAY_MS;

/** A time in full: `2026-11-22 02:46:30`; where the clock shows it twice, with its offset. */
export function timeText(timeMs: number, timeZone: string): string {
  if (!Number.isFinite(timeMs)) return "";
  const offset = isShownTwice(timeMs, timeZone) ? ` ${offsetText(timeMs, timeZone)}` : "";
  return formatTimestamp(timeMs, timeZone) + offset;
}

/** The longest that a tick of a range may say. */
export function longestAxisText(fromMs: number, toMs: number, timeZone: string, incrementMs: number): string {
  const text = axisTimeText(fromMs, timeZone, incrementMs, toMs - fromMs);
  const isSetBack = zoneOffset(toMs, timeZone) < zoneOffset(fromMs, timeZone);
  return isSetBack && incrementMs <= 2 * HOUR_MS ? `${text}+00:00` : text;
}

/** What ticks `incrementMs` apart say; what the clock shows for the second time says so by its offset. */
export function axisTimeTexts(
  timesMs: readonly number[],
  timeZone: string,
  incrementMs: number,
  rangeMs: number,
): string[] {
  const texts = timesMs.map((time) => axisTimeText(time, timeZone, incrementMs, rangeMs));
  return texts.map((text, index) => {
    const time = timesMs[index] ?? 0;
    const isRepeated = texts.indexOf(text) < index && isShownTwice(time, timeZone);
    return isRepeated ? `${text}${offsetText(time, timeZone)}` : text;
  });
}

/** A time on an axis, as short as Grafana writes it for ticks `incrementMs` apart. */
export function axisTimeText(timeMs: number, timeZone: string, incrementMs: number, rangeMs: number): string {
  const text = formatTimestamp(timeMs, timeZone);
  const [day, clock] = [text.slice(5, 10).replace("-", "/"), text.slice(11, 16)];
  if (incrementMs < SECOND_MS) return text.slice(11) + (timeMs / SECOND_MS).toFixed(3).slice(-4);
  if (incrementMs <= MINUTE_MS) return text.slice(11);
  if (rangeMs <= DAY_MS) return clock;
  if (incrementMs <= DAY_MS) return `${day} ${clock}`;
  if (rangeMs < YEAR_MS) return day;
  return text.slice(0, incrementMs < YEAR_MS ? 7 : 4);
}
