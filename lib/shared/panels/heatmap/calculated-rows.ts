import type { DataFrame } from "@/lib/shared/panels/fields/data-frame";
import { timeField } from "@/lib/shared/panels/fields/data-frame";
import type { HeatmapOptions } from "./options";

export interface CalculatedTable {
  timesMs: number[];
  columnMs: number;
  /** One more than rows. */
  edges: number[];
  /** From the bottom up. */
  counts: number[][];
}

const COLUMNS = 30;
const ROWS = 20;
const FINEST = 1e-9;
const SMALLEST_SPREAD = 1e-200;
const MAX_ROWS = 500;
const MAX_COLUMNS = 2000;
const NICE = [1, 2, 2.5, 5, 10];

/** The least round step of at least this size. */
function roundStep(atLeast: number): number {
  if (!(atLeast > 0) || !Number.isFinite(atLeast)) return 1;
  const magnitude = 10 ** Math.floor(Math.log10(atLeast));
  return (NICE.find((nice) => nice * magnitude >= atLeast * (1 - 1e-9)) ?? 10) * magnitude;
}

const DURATIONS_MS: Record<string, number> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

function durationMs(text: string): number | null {
  const match = /^([\d.]+)\s*(ms|s|m|h|d|w)?$/.exec(text.trim());
  return match ? Number(match[1]) * (DURATIONS_MS[match[2] ?? "ms"] ?? 1) : null;
}

/** Counts how many samples of all series fall into each cell of a grid over time and value. */
export function calculatedRows(
  frames: DataFrame[],
  { calculation }: HeatmapOptions,
  range: { fromMs: number; toMs: number },
): CalculatedTable {
  const samples = samplesOf(frames, isLogarithmic(calculation.yBuckets));
  const columnMs = columnWidth(calculation.xBuckets, range);
  const firstColumn = Math.floor(range.fromMs / columnMs);
  const columns = Math.min(MAX_COLUMNS, Math.ceil(range.toMs / columnMs) - firstColumn);
  const edges = rowEdges(samples, calculation.yBuckets);
  const counts = edges.slice(1).map(() => new Array<number>(Math.max(0, columns)).fill(0));
  for (const { timeMs, value } of samples) {
    const column = Math.floor(timeMs / columnMs) - firstColumn;
    const row = counts[rowOf(edges, value)];
    if (row && column >= 0 && column < row.length) row[column] = (row[column] ?? 0) + 1;
  }
  const timesMs = Array.from(
    { length: Math.max(0, columns) },
    (_, index) => (firstColumn + index + 1) * columnMs,
  );
  return { timesMs, columnMs, edges, counts };
}

interface Sample {
  timeMs: number;
  value: number;
}

function isLogarithmic(buckets: HeatmapOptions["calculation"]["yBuckets"]): boolean {
  return buckets?.scale !== undefined && buckets.scale.type !== "linear";
}

function samplesOf(frames: DataFrame[], positiveOnly: boolean): Sample[] {
  const samples: Sample[] = [];
  for (const frame of frames) {
    const times = timeField(frame)?.values ?? [];
    for (const field of frame.fields) {
      if (field.type !== "number") continue;
      field.values.forEach((value, index) => {
        if (typeof value !== "number" || !Number.isFinite(value) || (positiveOnly && value <= 0)) return;
        samples.push({ timeMs: Number(times[index]), value });
      });
    }
  }
  return samples;
}

function columnWidth(
  buckets: HeatmapOptions["calculation"]["xBuckets"],
  range: { fromMs: number; toMs: number },
): number {
  const spanMs = Math.max(1, range.toMs - range.fromMs);
  const size = buckets?.mode === "size" ? durationMs(buckets.value) : null;
  if (size && size > 0) return Math.max(size, spanMs / MAX_COLUMNS);
  const count = buckets?.mode === "count" ? Number(buckets.value) : 0;
  return Math.max(1, roundStep(spanMs / (count > 0 ? count : COLUMNS)));
}

function rowEdges(samples: Sample[], buckets: HeatmapOptions["calculation"]["yBuckets"]): number[] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const { value } of samples) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) return [];
  return isLogarithmic(buckets)
    ? logEdges(low, high, buckets?.scale?.log ?? 2, Number(buckets?.value))
    : linearEdges(low, high, buckets);
}

function linearEdges(
  low: number,
  high: number,
  buckets: HeatmapOptions["calculation"]["yBuckets"],
): number[] {
  const value = Number(buckets?.value);
  const largest = Math.max(Math.abs(high), Math.abs(low));
  // Finer than this, steps drown in the rounding of the values themselves.
  const spread = Math.max(high === low ? largest || 1 : high - low, largest * FINEST, SMALLEST_SPREAD);
  const fixed = buckets?.mode === "size" && value > 0 ? Math.max(value, spread / MAX_ROWS) : null;
  const step =
    fixed ?? roundStep(spread / (buckets?.mode === "count" && value > 0 ? Math.min(value, MAX_ROWS) : ROWS));
  const first = Math.floor(low / step);
  const last = Math.floor(high / step) + 1;
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

function logEdges(low: number, high: number, base: number, splits: number): number[] {
  const parts = splits > 0 ? Math.min(10, Math.floor(splits)) : 1;
  const power = (value: number) => (Math.log(value) / Math.log(base)) * parts;
  const first = Math.floor(power(low) + 1e-9);
  const last = Math.max(first + 1, Math.floor(power(high) + 1e-9) + 1);
  return Array.from({ length: last - first + 1 }, (_, index) => base ** ((first + index) / parts));
}

/** The last row whose lower edge the value has reached, else the first. */
function rowOf(edges: number[], value: number): number {
  let low = 0;
  let high = edges.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (value >= (edges[middle] ?? 0)) low = middle;
    else high = middle;
  }
  return low;
}
