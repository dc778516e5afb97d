import type { ValueScale } from "@/lib/shared/prometheus/frame";
import type { HeatmapOptions } from "./options";

type Buckets = HeatmapOptions["calculation"]["yBuckets"];

const ROWS = 10;
const FINEST = 1e-9;
const SMALLEST_SPREAD = 1e-200;
const MAX_ROWS = 500;

/** The greatest of Grafana's bucket sizes that is no more than this: halves below one, whole numbers above. */
function sizeBelow(atMost: number): number {
  const power = Math.floor(Math.log10(atMost) + 1e-12);
  const share = atMost / 10 ** power + 1e-9;
  const nice = power === 0 ? Math.floor(share) : Math.floor(share * 2) / 2;
  // Divided rather than multiplied: 3 * 10 ** -1 is not 0.3.
  return power < 0 ? nice / 10 ** -power : nice * 10 ** power;
}

export function isLogarithmic(buckets: Buckets): boolean {
  return buckets?.scale !== undefined && buckets.scale.type !== "linear";
}

/** The buckets for values between these two, as the panel asks for them. */
export function valueScale(low: number, high: number, buckets: Buckets): ValueScale {
  const value = Number(buckets?.value);
  if (isLogarithmic(buckets)) {
    const parts = value > 0 ? Math.min(10, Math.max(1, Math.floor(value))) : 1;
    return { kind: "log", base: buckets?.scale?.log ?? 2, parts };
  }
  const largest = Math.max(Math.abs(high), Math.abs(low));
  // Finer than this, steps drown in the rounding of the values themselves.
  const spread = Math.max(high === low ? largest || 1 : high - low, largest * FINEST, SMALLEST_SPREAD);
  const fixed = buckets?.mode === "size" && value > 0 ? Math.max(value, spread / MAX_ROWS) : null;
  const rows = buckets?.mode === "count" && value > 0 ? Math.min(value, MAX_ROWS) : ROWS;
  return { kind: "linear", size: fixed ?? sizeBelow(spread / Math.max(1, rows - 1)), offset: 0 };
}

/** The number of the bucket that a value falls into. */
export function bucketOf(scale: ValueScale, value: number): number {
  if (scale.kind === "linear") return Math.floor((value - scale.offset) / scale.size);
  return Math.floor((Math.log(value) / Math.log(scale.base)) * scale.parts + 1e-9);
}

/** Where a bucket begins. */
export function edgeOf(scale: ValueScale, bucket: number): number {
  return scale.kind === "linear" ? bucket * scale.size + scale.offset : scale.base ** (bucket / scale.parts);
}
