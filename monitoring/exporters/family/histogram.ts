import type { Flow } from "../signal/flow.ts";
import { seedFor } from "../signal/random.ts";
import { ROUND, runningTotal, shuffledRanks } from "../signal/shuffle.ts";
import { type Spread, valueAtShare } from "../signal/spread.ts";
import type { HistogramFamily, HistogramPoint, Labels } from "./family.ts";

/** Observations of one kind: how many there have been, and how their values spread. */
export interface Part {
  flow: Flow;
  spread: Spread;
}

export interface HistogramSeries {
  labels?: Labels;
  parts: readonly Part[];
}

interface Observed {
  buckets: readonly ((count: number) => number)[];
  sum: (count: number) => number;
}

/**
 * Each observation has one value and lies in one bucket, so buckets, sum and count agree over any stretch of time,
 * not only in total.
 */
export function histogram(
  name: string,
  help: string,
  bounds: readonly number[],
  series: readonly HistogramSeries[],
): HistogramFamily {
  const fixed = series.map(({ labels = {}, parts }) => ({
    labels,
    parts: parts.map(({ flow, spread }, index) => ({
      flow,
      observed: observe(spread, bounds, seedFor(index, name + JSON.stringify(labels))),
    })),
  }));

  function pointAt(seconds: number, { labels, parts }: (typeof fixed)[number]): HistogramPoint {
    const buckets = bounds.map(() => 0);
    let sum = 0;
    let count = 0;
    for (const { flow, observed } of parts) {
      const events = Math.floor(flow(seconds));
      count += events;
      sum += observed.sum(events);
      for (let i = 0; i < buckets.length; i++) {
        buckets[i] = (buckets[i] ?? 0) + (observed.buckets[i]?.(events) ?? 0);
      }
    }
    return { labels, buckets, sum, count };
  }

  return {
    type: "histogram",
    name,
    help,
    bounds,
    at: (seconds) => fixed.map((one) => pointAt(seconds, one)),
  };
}

function observe(spread: Spread, bounds: readonly number[], seed: number): Observed {
  const ranks = shuffledRanks(seed);
  const values = Float64Array.from({ length: ROUND }, (_, rank) =>
    valueAtShare(spread, (rank + 0.5) / ROUND),
  );
  return {
    buckets: bounds.map((bound) => runningTotal(ranks, (rank) => ((values[rank] ?? 0) <= bound ? 1 : 0))),
    sum: runningTotal(ranks, (rank) => values[rank] ?? 0),
  };
}
