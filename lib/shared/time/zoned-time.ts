export interface ZonedTime {
  year: number;
  /** 1-12 */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** `browser`, `utc` or an IANA name to one that Intl takes; an unknown name falls back to UTC. */
export function resolveTimeZone(timeZone: string): string {
  if (timeZone === "" || timeZone === "browser") return Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (timeZone.toLowerCase() === "utc") return "UTC";
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}

/** Beyond it, on either side of 1970, there are no dates. */
export const lastDateMs = 8.64e15;

/** All of it NaN for what has no date, as Date itself has it. */
export function toZonedTime(ms: number, timeZone: string): ZonedTime {
  const parts: Record<string, number> = {};
  if (Math.abs(ms) <= lastDateMs)
    for (const { type, value } of formatFor(timeZone).formatToParts(ms)) parts[type] = Number(value);
  const none = Number.NaN;
  const { year = none, month = none, day = none, hour = none, minute = none, second = none } = parts;
  return { year, month, day, hour, minute, second };
}

/** The first instant that shows this wall clock; fields may run over (month 13). In a gap, the instant after it. */
export function fromZonedTime(time: ZonedTime, timeZone: string): number {
  const wall = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);
  const early = wall - zoneOffset(wall - 86_400_000, timeZone);
  const late = wall - zoneOffset(wall + 86_400_000, timeZone);
  const fits = [Math.min(early, late), Math.max(early, late)].find(
    (ms) => ms + zoneOffset(ms, timeZone) === wall,
  );
  return fits ?? Math.max(early, late);
}

/** How far the zone's clock is ahead of UTC, in milliseconds. */
export function zoneOffset(ms: number, timeZone: string): number {
  const { year, month, day, hour, minute, second } = toZonedTime(ms, timeZone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1_000) * 1_000;
}

/** There are some 600 zones; names that are none come from anybody, in any number. */
const mostNames = 1_000;

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const zone = resolveTimeZone(timeZone);
  const format = formats.get(zone) ?? makeFormat(zone);
  formats.set(zone, format);
  if (formats.size < mostNames) formats.set(timeZone, format);
  return format;
}

function makeFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
}
