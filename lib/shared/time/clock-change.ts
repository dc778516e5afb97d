import { formatTimestamp } from "./range-label";
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

/** Whether the clock, which was set back, shows this time twice. */
export function isShownTwice(ms: number, timeZone: string): boolean {
  const own = zoneOffset(ms, timeZone);
  return [ms - NEAR_MS, ms + NEAR_MS].some((near) => {
    const other = zoneOffset(near, timeZone);
    return other !== own && zoneOffset(ms + own - other, timeZone) === other;
  });
}

/** As in ISO 8601: `+01:00`. */
export function offsetText(ms: number, timeZone: string): string {
  const offsetMs = zoneOffset(ms, timeZone);
  return (offsetMs < 0 ? "-" : "+") + formatTimestamp(Math.abs(offsetMs), "utc").slice(11, 16);
}
