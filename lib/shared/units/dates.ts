import { formatPattern } from "@/lib/shared/time/format-pattern";
import { fromNow as textFromNow } from "@/lib/shared/time/from-now";
import type { FormatTime, ValueFormatter } from "./unit";

const isoDate = "YYYY-MM-DD HH:mm:ss";
const invalid = "Invalid date";
const usDate = "MM/DD/YYYY h:mm:ss a";

/** `pattern` in moment's spelling, in the time zone of `time`. */
export function formatDate(valueMs: number, pattern: string, time?: FormatTime): string {
  const zone = time?.timeZone ?? "browser";
  if (!isTime(valueMs)) return invalid;
  return formatPattern(valueMs, pattern, zone === "utc" || isKnownZone(zone) ? zone : "browser");
}

/** `todayPattern` is used for moments of the reader's present day. */
export function date(pattern: string, todayPattern?: string): ValueFormatter {
  return (value, _decimals, time) => {
    const shown = todayPattern && isToday(value) ? todayPattern : pattern;
    return { text: formatDate(value, shown, time) };
  };
}

export const dateIso = date(isoDate);
export const dateIsoUnlessToday = date(isoDate, "HH:mm:ss");
export const dateUs = date(usDate);
export const dateUsUnlessToday = date(usDate, "h:mm:ss a");

export const dateSystem: ValueFormatter = (value, _decimals, time) => ({
  text: formatDate(value, time?.withMs ? `${isoDate}.SSS` : isoDate, time),
});

export const dateLocal: ValueFormatter = (value, _decimals, time) => ({ text: localText(value, true, time) });
export const dateLocalUnlessToday: ValueFormatter = (value, _decimals, time) => ({
  text: localText(value, !isToday(value), time),
});

export const fromNow: ValueFormatter = (value) => ({
  text: isTime(value) ? textFromNow(value, Date.now()) : invalid,
});

/** What a Date can hold. */
function isTime(valueMs: number): boolean {
  return Math.abs(valueMs) <= 8.64e15;
}

function isToday(valueMs: number): boolean {
  return new Date(valueMs).toDateString() === new Date().toDateString();
}

const knownZones = new Map<string, boolean>();

function isKnownZone(timeZone: string): boolean {
  const known = knownZones.get(timeZone);
  if (known !== undefined) return known;
  let valid = true;
  try {
    new Intl.DateTimeFormat("en", { timeZone });
  } catch {
    valid = false;
  }
  knownZones.set(timeZone, valid);
  return valid;
}

function localText(valueMs: number, withDate: boolean, time?: FormatTime): string {
  if (!Number.isFinite(valueMs)) return invalid;
  const timeZone = time?.timeZone === "utc" ? "UTC" : time?.timeZone;
  const known = timeZone && timeZone !== "browser" && isKnownZone(timeZone) ? { timeZone } : {};
  const clock = { hour: "2-digit", minute: "2-digit", second: "2-digit" } as const;
  const day = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
  return new Date(valueMs).toLocaleString(undefined, { ...(withDate ? day : {}), ...clock, ...known });
}
