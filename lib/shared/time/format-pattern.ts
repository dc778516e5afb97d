import { toZonedTime, type ZonedTime } from "./zoned-time";

const months = "January February March April May June July August September October November December".split(
  " ",
);
const weekdays = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
const dayMs = 86_400_000;

/** Longer spellings that stand for whole patterns, in English as moment has them. */
const shorthand: Record<string, string> = {
  LTS: "h:mm:ss A",
  LT: "h:mm A",
  LLLL: "dddd, MMMM D, YYYY h:mm A",
  LLL: "MMMM D, YYYY h:mm A",
  LL: "MMMM D, YYYY",
  L: "MM/DD/YYYY",
  llll: "ddd, MMM D, YYYY h:mm A",
  lll: "MMM D, YYYY h:mm A",
  ll: "MMM D, YYYY",
  l: "M/D/YYYY",
};
const shorthandPattern = /\[[^[\]]*\]|LTS|LT|L{1,4}|l{1,4}/g;
const tokens =
  /\[([^[\]]*)\]|YYYY|YY|Y|Qo?|M{3,4}|Mo|MM?|DDDD?|Do|DD?|d{2,4}|do|d|[Ee]|Wo|WW?|HH?|hh?|kk?|mm?|ss?|S{1,3}|[Aa]|ZZ?|zz?|[Xx]/g;

/** A time in a pattern of moment's tokens, such as `YYYY-MM-DD HH:mm`, in the zone (`utc`, `browser` or an IANA name). */
export function formatPattern(ms: number, pattern: string, timeZone: string): string {
  const time = toZonedTime(ms, timeZone);
  const whole = pattern.replace(shorthandPattern, (token) => shorthand[token] ?? token);
  return whole.replace(
    tokens,
    (token, literal: string | undefined) => literal ?? part(token, time, ms, timeZone),
  );
}

function part(token: string, time: ZonedTime, ms: number, timeZone: string): string {
  const { year, month, day, hour, minute, second } = time;
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  const weekday = new Date(wall).getUTCDay();
  switch (token[0]) {
    case "Y":
      return token === "YY" ? two(year % 100) : token === "Y" ? String(year) : String(year).padStart(4, "0");
    case "Q":
      return counted(Math.ceil(month / 3), token);
    case "M":
      return named(token, month, months[month - 1] ?? "");
    case "D":
      return token.length > 2 ? padded(dayOfYear(wall, year), token, 4, 3) : counted(day, token);
    case "d":
      return named(token, weekday, weekdays[weekday] ?? "");
    case "e":
      return String(weekday);
    case "E":
      return String(weekday || 7);
    case "W":
      return counted(isoWeek(wall), token);
    case "X":
      return String(Math.floor(ms / 1_000));
    case "x":
      return String(ms);
    case "Z":
    case "z":
      return zoneText(token, wall - Math.floor(ms / 1_000) * 1_000, timeZone);
    default:
      return clockPart(token, { hour, minute, second, millisecond: ((ms % 1_000) + 1_000) % 1_000 });
  }
}

interface Clock {
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
}

function clockPart(token: string, { hour, minute, second, millisecond }: Clock): string {
  switch (token[0]) {
    case "H":
      return counted(hour, token);
    case "h":
      return counted(hour % 12 || 12, token);
    case "k":
      return counted(hour || 24, token);
    case "m":
      return counted(minute, token);
    case "s":
      return counted(second, token);
    case "S":
      return String(Math.floor(millisecond)).padStart(3, "0").slice(0, token.length);
    case "A":
      return hour < 12 ? "AM" : "PM";
    default:
      return hour < 12 ? "am" : "pm";
  }
}

const two = (value: number) => String(value).padStart(2, "0");

/** `M`, `MM` and `Mo`: plain, with two digits, as an ordinal. */
function counted(value: number, token: string): string {
  if (token.endsWith("o")) return `${value}${ordinalEnding(value)}`;
  return token.length === 2 ? two(value) : String(value);
}

function padded(value: number, token: string, fullLength: number, digits: number): string {
  return token.length === fullLength ? String(value).padStart(digits, "0") : String(value);
}

/** Four letters are the whole name, three and two its beginning. */
function named(token: string, value: number, name: string): string {
  if (token.length === 4) return name;
  if (token.length === 3) return name.slice(0, 3);
  return token === "dd" ? name.slice(0, 2) : counted(value, token);
}

function ordinalEnding(value: number): string {
  if (value % 100 > 10 && value % 100 < 20) return "th";
  return ["th", "st", "nd", "rd"][value % 10] ?? "th";
}

function dayOfYear(wall: number, year: number): number {
  return Math.floor((wall - Date.UTC(year, 0, 1)) / dayMs) + 1;
}

/** The week that has the year's first Thursday is the first. */
function isoWeek(wall: number): number {
  const thursday = new Date(wall + (4 - (new Date(wall).getUTCDay() || 7)) * dayMs);
  return Math.ceil(dayOfYear(thursday.getTime(), thursday.getUTCFullYear()) / 7);
}

function zoneText(token: string, offsetMs: number, timeZone: string): string {
  if (token.startsWith("z")) return timeZone === "utc" ? "UTC" : "";
  const minutes = Math.round(Math.abs(offsetMs) / 60_000);
  const sign = offsetMs < 0 ? "-" : "+";
  return `${sign}${two(Math.floor(minutes / 60))}${token === "ZZ" ? "" : ":"}${two(minutes % 60)}`;
}
