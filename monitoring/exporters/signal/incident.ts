import { EPOCH_SECONDS, HOUR } from "./epoch.ts";

/** Something that happens again and again at fixed times of day. */
export interface Incident {
  /** 0 outside, 1 at full strength, in between while it comes and goes. */
  level(atSeconds: number): number;
  /** The integral of the level since the epoch, in seconds. */
  area(atSeconds: number): number;
  /** Seconds since the latest one began. */
  age(atSeconds: number): number;
}

interface IncidentTimes {
  /** Of the first one of the day, in seconds after midnight UTC. */
  at: number;
  lasts: number;
  every?: number;
  ramp?: number;
}

/** Every four hours by default, so that any six hours of history hold at least one. */
export function incident({ at, lasts, every = 4 * HOUR, ramp = 0 }: IncidentTimes): Incident {
  const fullSeconds = lasts - 2 * ramp;
  const areaOfOne = lasts - ramp;

  function level(atSeconds: number): number {
    const age = ageOf(atSeconds);
    if (age >= lasts) return 0;
    if (age < ramp) return age / ramp;
    return age > ramp + fullSeconds ? (lasts - age) / ramp : 1;
  }

  function area(atSeconds: number): number {
    const sinceFirst = atSeconds - EPOCH_SECONDS - at;
    if (sinceFirst < 0) return 0;
    const past = Math.floor(sinceFirst / every);
    return past * areaOfOne + areaUntil(sinceFirst - past * every);
  }

  function areaUntil(age: number): number {
    if (age >= lasts) return areaOfOne;
    if (age < ramp) return (age * age) / (2 * ramp);
    if (age <= ramp + fullSeconds) return ramp / 2 + (age - ramp);
    const left = lasts - age;
    return areaOfOne - (left * left) / (2 * ramp);
  }

  function ageOf(atSeconds: number): number {
    const age = (atSeconds - EPOCH_SECONDS - at) % every;
    return age < 0 ? age + every : age;
  }

  return { level, area, age: ageOf };
}
