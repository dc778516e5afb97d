import type { ValueScale } from "@/lib/shared/prometheus/frame";
import type { HeatmapOptions } from "./options";

type Buckets = HeatmapOptions["calculation"]["yBuckets"];

const ROWS = 20;
const FINEST = 1e-9;
const SMALLEST_SPREAD = 1e-200;
const MAX_ROWS = 500;
const NICE = [1, 2, 2.5, 5, 10];

/** The least round step of at least this size. */
export function roundStep(atLeast: number): number {
  if (!(atLeast > 0) || !Number.isFinite(atLeast)) return 1;
  const magnitude = 10 ** Math.floor(Math.log10(atLeast));
  return (NICE.find((nice) => nice * magnitude >= atLeast * (1 - 1e-9)) ?? 10) * magnitude;
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
  return { kind: "linear", size: fixed ?? roundStep(spread / rows), offset: 0 };
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
