import { clockRound, offsetText, zoneStretches } from "@/lib/shared/time/clock-change";

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const YEAR_MS = 365 * DAY_MS;

const formats = new Map<string, Intl.DateTimeFormat>();

/** What Intl understands for a dashboard's zone; undefined is the browser's own, and stands for any it does not know. */
export function intlZone(timeZone: string): string | undefined {
  if (timeZone === "" || timeZone === "browser") return undefined;
  if (timeZone.toLowerCase() === "utc") return "UTC";
  return isKnown(timeZone) ? timeZone : undefined;
}

function isKnown(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }) !== null;
  } catch {
    return false;
  }
}

function newFormat(timeZone: string): Intl.DateTimeFormat {
  const options: Intl.DateTimeFormatOptions = {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    fractionalSecondDigits: 3,
    hourCycle: "h23",
  };
  return new Intl.DateTimeFormat("en-GB", { ...options, timeZone: intlZone(timeZone) });
}

interface Parts {
  date: string;
  monthDay: string;
  month: string;
  year: string;
  clock: string;
  seconds: string;
  milliseconds: string;
}

function partsOf(timeMs: number, timeZone: string): Parts {
  const format = formats.get(timeZone) ?? newFormat(timeZone);
  formats.set(timeZone, format);
  const found: Record<string, string> = {};
  for (const part of format.formatToParts(timeMs)) found[part.type] = part.value;
  const {
    year = "",
    month = "",
    day = "",
    hour = "",
    minute = "",
    second = "",
    fractionalSecond = "",
  } = found;
  return {
    date: `${year}-${month}-${day}`,
    monthDay: `${month}/${day}`,
    month: `${year}-${month}`,
    year,
    clock: `${hour}:${minute}`,
    seconds: second,
    milliseconds: fractionalSecond,
  };
}

/** A time in full: `2026-11-22 02:46:30`; where the clock shows it twice, with its offset. */
export function timeText(timeMs: number, timeZone: string): string {
  if (!Number.isFinite(timeMs)) return "";
  const { date, clock, seconds } = partsOf(timeMs, timeZone);
  const zone = intlZone(timeZone) ?? "browser";
  const offset = clockRound(timeMs, zone) === null ? "" : ` ${offsetText(timeMs, zone)}`;
  return `${date} ${clock}:${seconds}${offset}`;
}

/** The longest that a tick of a range may say. */
export function longestAxisText(fromMs: number, toMs: number, timeZone: string, incrementMs: number): string {
  const text = axisTimeText(fromMs, timeZone, incrementMs, toMs - fromMs);
  if (incrementMs > 2 * HOUR_MS) return text;
  const stretches = zoneStretches(fromMs, toMs, intlZone(timeZone) ?? "browser");
  const isSetBack = stretches.some(({ offsetMs }, i) => offsetMs < (stretches[i - 1]?.offsetMs ?? offsetMs));
  return isSetBack ? `${text}+00:00` : text;
}

/** What ticks `incrementMs` apart say; what the clock shows for the second time says so by its offset. */
export function axisTimeTexts(
  timesMs: readonly number[],
  timeZone: string,
  incrementMs: number,
  rangeMs: number,
): string[] {
  const texts = timesMs.map((time) => axisTimeText(time, timeZone, incrementMs, rangeMs));
  const zone = intlZone(timeZone) ?? "browser";
  return texts.map((text, index) => {
    const time = timesMs[index] ?? 0;
    const isRepeated = texts.indexOf(text) < index && clockRound(time, zone) === "second";
    return isRepeated ? `${text}${offsetText(time, zone)}` : text;
  });
}

/** A time on an axis, as short as Grafana writes it for ticks `incrementMs` apart. */
export function axisTimeText(timeMs: number, timeZone: string, incrementMs: number, rangeMs: number): string {
  const parts = partsOf(timeMs, timeZone);
  if (incrementMs < SECOND_MS) return `${parts.clock}:${parts.seconds}.${parts.milliseconds}`;
  if (incrementMs <= MINUTE_MS) return `${parts.clock}:${parts.seconds}`;
  if (rangeMs <= DAY_MS) return parts.clock;
  if (incrementMs <= DAY_MS) return `${parts.monthDay} ${parts.clock}`;
  if (rangeMs < YEAR_MS) return parts.monthDay;
  return incrementMs < YEAR_MS ? parts.month : parts.year;
}
