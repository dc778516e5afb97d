import type { DataFrame } from "@/lib/shared/panels/fields/data-frame";
import { timeField } from "@/lib/shared/panels/fields/data-frame";
import { withinReach } from "@/lib/shared/panels/within-reach";
import type { RangeFrame, ValueScale } from "@/lib/shared/prometheus/frame";
import { countedSamples, type Sample } from "./counted-samples";
import type { HeatmapOptions } from "./options";
import { bucketOf, edgeOf, isLogarithmic, valueScale } from "./value-scale";

export interface CalculatedTable {
  timesMs: number[];
  columnMs: number;
  /** One more than rows. */
  edges: number[];
  /** How many edges lie between two that are whole powers of the base; 0 on a linear scale. */
  parts: number;
  /** The first edge that is one. */
  wholeAt: number;
  /** From the bottom up. */
  counts: number[][];
}

const COLUMNS = 20;
const MAX_COLUMNS = 2000;

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
  counted: readonly RangeFrame[] = [],
): CalculatedTable {
  const positiveOnly = isLogarithmic(calculation.yBuckets);
  const samples = [...samplesOf(frames, positiveOnly), ...counted.flatMap(countedSamples)];
  const columnMs = columnWidth(calculation.xBuckets, range);
  const firstColumn = Math.floor(range.fromMs / columnMs);
  const columns = Math.max(0, Math.min(MAX_COLUMNS, Math.floor(range.toMs / columnMs) + 1 - firstColumn));
  const scale = counted[0]?.counted ?? scaleOf(samples, calculation.yBuckets);
  const [first, last] = bucketRange(samples, scale);
  const rows = Math.max(0, last - first + 1);
  const counts = Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
  for (const { timeMs, value, count } of samples) {
    const column = Math.floor(timeMs / columnMs) - firstColumn;
    const row = counts[bucketOf(scale, value) - first];
    if (row && column >= 0 && column < row.length) row[column] = (row[column] ?? 0) + count;
  }
  return {
    timesMs: Array.from({ length: columns }, (_, index) => (firstColumn + index + 1) * columnMs),
    columnMs,
    parts: scale.kind === "log" ? scale.parts : 0,
    wholeAt: scale.kind === "log" ? (scale.parts - (first % scale.parts)) % scale.parts : 0,
    edges: rows === 0 ? [] : Array.from({ length: rows + 1 }, (_, index) => edgeOf(scale, first + index)),
    counts,
  };
}

function samplesOf(frames: DataFrame[], positiveOnly: boolean): Sample[] {
  const samples: Sample[] = [];
  for (const frame of frames) {
    const times = timeField(frame)?.values ?? [];
    for (const field of frame.fields) {
      if (field.type !== "number") continue;
      field.values.forEach((value, index) => {
        if (typeof value !== "number" || !Number.isFinite(value) || (positiveOnly && value <= 0)) return;
        samples.push({ timeMs: Number(times[index]), value: withinReach(value), count: 1 });
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
  return columnSize(spanMs / Math.max(1, (count > 0 ? count : COLUMNS) - 1));
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** How wide Grafana makes columns of its own choice. */
const WIDTHS_MS = [
  ...[1, 2, 4, 5, 10, 20, 25, 40, 50, 100, 200, 250, 400, 500],
  ...[1, 2, 4, 5, 10, 15, 20, 30].map((seconds) => seconds * 1000),
  ...[1, 2, 4, 5, 10, 15, 20, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 4, 6, 8, 12, 18].map((hours) => hours * HOUR),
  ...[1, 2, 3, 4, 5, 6, 7, 10, 15, 30, 45, 60, 90, 180, 365].map((days) => days * DAY),
];

function columnSize(atMostMs: number): number {
  return WIDTHS_MS.findLast((width) => width <= atMostMs) ?? 1;
}

function scaleOf(samples: Sample[], buckets: HeatmapOptions["calculation"]["yBuckets"]): ValueScale {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const { value } of samples) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return valueScale(low, high, buckets);
}

/** The first and the last bucket that are not empty. */
function bucketRange(samples: Sample[], scale: ValueScale): [first: number, last: number] {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { value } of samples) {
    const bucket = bucketOf(scale, value);
    first = Math.min(first, bucket);
    last = Math.max(last, bucket);
  }
  return first <= last ? [first, last] : [0, -1];
}
