import { DAY, EPOCH_SECONDS, HOUR } from "./epoch.ts";
import { randomAt } from "./random.ts";

/** A value that goes up and down. */
export type Level = (atSeconds: number) => number;

export interface LevelShape {
  base: number;
  /** Added at 14:00 UTC, taken away at 02:00. */
  daily?: number;
  /** The largest wandering, within `everySeconds`. */
  noise?: number;
  everySeconds?: number;
  min?: number;
  max?: number;
}

export function level(seed: number, shape: LevelShape): Level {
  const { base, daily = 0, noise = 0, everySeconds = 300, min = -Infinity, max = Infinity } = shape;
  return (atSeconds) => {
    const t = atSeconds - EPOCH_SECONDS;
    const day = daily * Math.cos((2 * Math.PI * (t - 14 * HOUR)) / DAY);
    const wandering = 0.7 * smooth(seed, t / everySeconds) + 0.3 * smooth(seed + 1, (t * 5.3) / everySeconds);
    return Math.min(max, Math.max(min, base + day + noise * wandering));
  };
}

/** Random heights between -1 and 1, joined by an S-curve. */
function smooth(seed: number, position: number): number {
  const index = Math.floor(position);
  const part = position - index;
  const from = 2 * randomAt(seed, index) - 1;
  const to = 2 * randomAt(seed, index + 1) - 1;
  return from + (to - from) * part * part * (3 - 2 * part);
}
