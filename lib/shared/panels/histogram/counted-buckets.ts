import type { DataFrame, Field } from "@/lib/shared/panels/fields/data-frame";
import type { ValueBuckets } from "./value-buckets";

const lows = new Set(["xMin", "BucketMin"]);
const highs = new Set(["xMax", "BucketMax"]);
const MOST_BUCKETS = 2000;

/** The buckets of frames that a transformation has counted already, with what it counted; null for any other. */
export function countedBuckets(frames: DataFrame[]): { fields: Field[]; buckets: ValueBuckets } | null {
  const frame = frames.find(({ fields }) => fields.some(({ name }) => lows.has(name)));
  const from = frame?.fields.find(({ name }) => lows.has(name))?.values.map(Number) ?? [];
  const to = frame?.fields.find(({ name }) => highs.has(name))?.values.map(Number) ?? [];
  const start = from.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const size = (to[0] ?? from[1] ?? Number.NaN) - (from[0] ?? Number.NaN);
  if (!frame || !(size > 0) || !Number.isFinite(start)) return null;
  const fields = frame.fields
    .filter(({ name, type }) => type === "number" && !lows.has(name) && !highs.has(name))
    // Bounds take no colour of the palette.
    .map((field, seriesIndex) => ({ ...field, seriesIndex }));
  const places = from.map((low) => Math.round((low - start) / size));
  const length = Math.min(MOST_BUCKETS, Math.max(0, ...places) + 1);
  const counts = fields.map(({ values }) => {
    const filled = new Array<number>(length).fill(0);
    places.forEach((place, row) => {
      if (place < length) filled[place] = Number(values[row] ?? 0);
    });
    return filled;
  });
  return { fields, buckets: { start, size, counts } };
}
