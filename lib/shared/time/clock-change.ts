import { zoneOffset } from "./zoned-time";

interface ZoneStretch {
  fromMs: number;
  toMs: number;
  offsetMs: number;
}

const DAY_MS = 86_400_000;
/** Clocks are set back by less, and change more rarely. */
const NEAR_MS = 3 * 3_600_000;

/** A range cut where the zone's clock changes. */
export function zoneStretches(fromMs: number, toMs: number, timeZone: string): ZoneStretch[] {
  const stretches: ZoneStretch[] = [];
  let start = fromMs;
  let offsetMs = zoneOffset(fromMs, timeZone);
  for (let at = fromMs; at < toMs; ) {
    const next = Math.min(at + DAY_MS, toMs);
    const offsetAfter = zoneOffset(next, timeZone);
    if (offsetAfter !== offsetMs) {
      const change = changeBetween(at, next, offsetMs, timeZone);
      stretches.push({ fromMs: start, toMs: change, offsetMs });
      start = change;
      offsetMs = offsetAfter;
    }
    at = next;
  }
  return [...stretches, { fromMs: start, toMs, offsetMs }];
}

/** The first second after which the clock has no longer this offset. */
function changeBetween(fromMs: number, toMs: number, offsetMs: number, timeZone: string): number {
  let before = Math.floor(fromMs / 1_000);
  let after = Math.ceil(toMs / 1_000);
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (zoneOffset(middle * 1_000, timeZone) === offsetMs) before = middle;
    else after = middle;
  }
  return after * 1_000;
}

/** Where the clock was set back it shows a time twice: which of the two this is, null for all other times. */
export function clockRound(ms: number, timeZone: string): "first" | "second" | null {
  const own = zoneOffset(ms, timeZone);
  const before = zoneOffset(ms - NEAR_MS, timeZone);
  const after = zoneOffset(ms + NEAR_MS, timeZone);
  if (before > own && zoneOffset(ms - (before - own), timeZone) === before) return "second";
  if (after < own && zoneOffset(ms + (own - after), timeZone) === after) return "first";
  return null;
}

/** As in ISO 8601: `+01:00`. */
export function offsetText(ms: number, timeZone: string): string {
  const minutes = Math.round(zoneOffset(ms, timeZone) / 60_000);
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
}
