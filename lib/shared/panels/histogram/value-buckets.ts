import { withinReach } from "@/lib/shared/panels/within-reach";

export interface ValueBuckets {
  /** Where the first bucket begins. */
  start: number;
  size: number;
  /** Per series, how many values fall into each bucket. */
  counts: number[][];
}

interface BucketRule {
  size?: number;
  count?: number;
  offset: number;
}

const DEFAULT_COUNT = 30;
/** Below these, steps drown in the rounding of numbers. */
const FINEST = 1e-9;
const SMALLEST_SPREAD = 1e-200;
const MOST_BUCKETS = 2000;
const NICE = [1, 2, 2.5, 4, 5, 10];
/** More values than this are not sorted only to see how fine they are. */
const MOST_SORTED = 100_000;

/** How often a value occurs. */
export interface CountedValue {
  value: number;
  count: number;
}

/** Counts values into equal buckets that cover all of them; NaN and infinities fall out. */
export function valueBuckets(
  series: readonly (readonly unknown[] | readonly CountedValue[])[],
  rule: BucketRule,
): ValueBuckets | null {
  const numbers = series.map((values) => values.flatMap(readCounted));
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const { value } of numbers.flat()) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) return null;
  const size = bucketSize(low, high, rule, finestGap(numbers.flat()));
  const first = Math.floor((low - rule.offset) / size);
  const length = Math.floor((high - rule.offset) / size) - first + 1;
  const counts = numbers.map((values) => {
    const filled = new Array<number>(length).fill(0);
    for (const { value, count } of values) {
      const place = Math.min(length - 1, Math.max(0, Math.floor((value - rule.offset) / size) - first));
      filled[place] = (filled[place] ?? 0) + count;
    }
    return filled;
  });
  return { start: first * size + rule.offset, size, counts };
}

function readCounted(value: unknown): CountedValue[] {
  if (typeof value === "number")
    return Number.isFinite(value) ? [{ value: withinReach(value), count: 1 }] : [];
  return isCounted(value) ? [value] : [];
}

function isCounted(value: unknown): value is CountedValue {
  return typeof value === "object" && value !== null && "value" in value && "count" in value;
}

/** The least distance between two values: no bucket need be smaller. */
function finestGap(values: CountedValue[]): number {
  if (values.length === 1) return 1;
  if (values.length > MOST_SORTED) return 0;
  const sorted = Float64Array.from(values, ({ value }) => value).sort();
  let least = Number.POSITIVE_INFINITY;
  for (let i = 1; i < sorted.length; i++) {
    const gap = (sorted[i] ?? 0) - (sorted[i - 1] ?? 0);
    if (gap > 0) least = Math.min(least, gap);
  }
  return Number.isFinite(least) ? least : 0;
}

/** As asked for, else the least of Grafana's round sizes that needs no more buckets than wanted. */
export function bucketSize(low: number, high: number, { size, count }: BucketRule, gap = 0): number {
  const largest = Math.max(Math.abs(low), Math.abs(high));
  const spread = Math.max(high === low ? gap || largest || 1 : high - low, largest * FINEST, SMALLEST_SPREAD);
  if (size !== undefined && size > 0) return Math.max(size, spread / MOST_BUCKETS);
  const wanted = count !== undefined && count > 0 ? Math.min(count, MOST_BUCKETS) : DEFAULT_COUNT;
  return roundSize(Math.max(spread / wanted, gap), gap > spread / wanted);
}

function roundSize(atLeast: number, mayEqual: boolean): number {
  const magnitude = 10 ** Math.floor(Math.log10(atLeast));
  const fits = (size: number) => (mayEqual ? size >= atLeast * (1 - 1e-9) : size > atLeast * (1 + 1e-12));
  // Grafana's list has no 2.5 among the whole numbers below ten.
  return (
    (NICE.find((nice) => fits(nice * magnitude) && !(nice === 2.5 && magnitude === 1)) ?? 20) * magnitude
  );
}
