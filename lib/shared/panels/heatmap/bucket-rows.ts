import type { DataFrame, Field } from "@/lib/shared/panels/fields/data-frame";
import { timeField } from "@/lib/shared/panels/fields/data-frame";
import { alignSeries } from "@/lib/shared/panels/timeseries/align-series";

export interface BucketRow {
  /** Upper bound when the row is a histogram's bucket. */
  le: number | null;
  name: string;
  counts: (number | null)[];
}

export interface BucketTable {
  timesMs: number[];
  rows: BucketRow[];
}

const ROUNDING = 1e-9;

/** One row a series. Series with an `le` label are a histogram's buckets: sorted, and summed over other labels. */
export function bucketRows(frames: DataFrame[], cumulative: (field: Field) => boolean): BucketTable {
  const found = frames.flatMap((frame) => {
    const times = timeField(frame)?.values;
    if (!times) return [];
    const timesMs = times.map(Number);
    return frame.fields
      .filter((field) => field.type === "number")
      .map((field) => ({ field, timesMs, values: field.values as (number | null)[] }));
  });
  const { timesMs, values } = alignSeries(found);
  const rows = found.map(({ field }, index): BucketRow & { field: Field } => ({
    field,
    le: upperBound(field),
    name: field.displayName,
    counts: (values[index] ?? []).map((value) => (value == null || Number.isNaN(value) ? null : value)),
  }));
  if (rows.length === 0 || rows.some(({ le }) => le === null)) return { timesMs, rows };
  const first = rows[0]?.field;
  const sorted = mergedByBound(rows);
  return { timesMs, rows: first && cumulative(first) ? perBucket(sorted) : sorted };
}

function upperBound({ labels, displayName }: Field): number | null {
  const text = (labels?.le ?? displayName).trim();
  if (text === "+Inf" || text === "Inf") return Number.POSITIVE_INFINITY;
  const number = text === "" ? Number.NaN : Number(text);
  return Number.isNaN(number) ? null : number;
}

function mergedByBound(rows: BucketRow[]): BucketRow[] {
  const byBound = new Map<number, BucketRow>();
  for (const { le, name, counts } of rows) {
    const bound = le ?? Number.POSITIVE_INFINITY;
    const known = byBound.get(bound);
    byBound.set(bound, { le: bound, name, counts: known ? added(known.counts, counts) : counts });
  }
  return [...byBound.values()].sort((a, b) => (a.le ?? 0) - (b.le ?? 0));
}

function added(a: (number | null)[], b: (number | null)[]): (number | null)[] {
  return a.map((value, index) => {
    const other = b[index] ?? null;
    return value === null ? other : value + (other ?? 0);
  });
}

/** Prometheus counts each bucket with all below it; here each keeps only its own. */
export function perBucket(sorted: BucketRow[]): BucketRow[] {
  return sorted.map((row, place) => {
    const below = sorted[place - 1]?.counts;
    if (!below) return row;
    const counts = row.counts.map((count, index) => {
      if (count === null) return null;
      const own = count - (below[index] ?? 0);
      // Rates of neighbouring buckets differ by rounding, and scrapes between them make small negatives.
      return own < ROUNDING ? 0 : own;
    });
    return { ...row, counts };
  });
}
