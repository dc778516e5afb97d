import { DAY, EPOCH_SECONDS, HOUR } from "./epoch.ts";
import type { Incident } from "./incident.ts";
import { randomAt } from "./random.ts";

/** How much has flowed since the epoch: the integral of a rate, in closed form, so that any moment costs the same. */
export type Flow = (atSeconds: number) => number;

export interface FlowShape {
  perSecond: number;
  /** Share of the rate that follows the day, busiest at 14:00 UTC. */
  daily?: number;
  /** Share of the rate that wanders within minutes and hours. */
  wobble?: number;
  /** Incidents that add to the rate, or take from it when negative. */
  during?: readonly { incident: Incident; perSecond: number }[];
}

const BUSIEST = 14 * HOUR;

/** A rate that never falls below zero, so the flow never goes back. */
export function flow(seed: number, shape: FlowShape): Flow {
  const { perSecond, daily = 0.3, wobble = 0.25, during = [] } = shape;
  assertNeverNegative(perSecond, daily + wobble, during);
  const day = wave(DAY, daily, BUSIEST);
  const long = wave((38 + 20 * randomAt(seed, 1)) * 60, 0.3 * wobble, 3600 * randomAt(seed, 2));
  const short = wave((9 + 8 * randomAt(seed, 3)) * 60, 0.2 * wobble, 3600 * randomAt(seed, 4));
  const noise = cellNoise(seed, 80 + 60 * randomAt(seed, 5), 0.5 * wobble);

  return latestKept((atSeconds) => {
    const t = atSeconds - EPOCH_SECONDS;
    let total = perSecond * (t + day(t) + long(t) + short(t) + noise(t));
    for (const one of during) total += one.perSecond * one.incident.area(atSeconds);
    return total;
  });
}

/** Several families read the same flow at the same moment. */
function latestKept(flow: Flow): Flow {
  let latest = Number.NaN;
  let total = 0;
  return (atSeconds) => {
    if (atSeconds !== latest) {
      total = flow(atSeconds);
      latest = atSeconds;
    }
    return total;
  };
}

function assertNeverNegative(
  perSecond: number,
  swing: number,
  during: readonly { perSecond: number }[],
): void {
  const taken = during.reduce((sum, one) => sum + Math.min(0, one.perSecond), 0);
  if (perSecond * (1 - swing) + taken < 0) throw new RangeError("a flow may not run backwards");
}

/** The integral of `share * cos(2 pi (t - peak) / period)`. */
function wave(period: number, share: number, peak: number): (t: number) => number {
  const speed = (2 * Math.PI) / period;
  const reach = share / speed;
  return (t) => reach * Math.sin(speed * (t - peak));
}

/** Each cell of time gets one swing of random height that ends where it began, so past cells add nothing. */
function cellNoise(seed: number, cell: number, share: number): (t: number) => number {
  const reach = (share * cell) / (2 * Math.PI);
  return (t) => {
    const position = t / cell;
    const index = Math.floor(position);
    const height = 2 * randomAt(seed, index) - 1;
    return height * reach * (1 - Math.cos(2 * Math.PI * (position - index)));
  };
}
