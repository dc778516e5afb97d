/** A sample as it travels in JSON: null is a gap; NaN and infinities keep Prometheus' own spelling. */
export type WireValue = number | null | "NaN" | "+Inf" | "-Inf";

/** How values are put into buckets: bucket n begins at `n * size + offset`, or at `base ** (n / parts)`. */
export type ValueScale =
  | { kind: "linear"; size: number; offset: number }
  | { kind: "log"; base: number; parts: number };

/** Range result on the step grid: point i of every series lies at startSeconds + i * stepSeconds. */
export interface RangeFrame {
  kind: "range";
  startSeconds: number;
  stepSeconds: number;
  length: number;
  /** There are more series than a chart draws; they were not asked for. */
  cut?: true;
  /** Too many series to send: each here is a bucket (label `bucket`), its values are how many of them lie in it. */
  counted?: ValueScale;
  series: { labels: Record<string, string>; values: WireValue[] }[];
}

/** Instant result: one value a series at one time. Scalars are a series without labels. */
export interface InstantFrame {
  kind: "instant";
  timeSeconds: number;
  cut?: true;
  series: { labels: Record<string, string>; value: WireValue }[];
}

export type Frame = RangeFrame | InstantFrame;

export function fromWireValue(value: WireValue): number | null {
  if (value === null || typeof value === "number") return value;
  if (value === "NaN") return Number.NaN;
  return value === "+Inf" ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
}

export function toWireNumber(value: number | null): WireValue {
  if (value === null || Number.isFinite(value)) return value;
  if (Number.isNaN(value)) return "NaN";
  return value > 0 ? "+Inf" : "-Inf";
}

/** One measurement behind a histogram, with what leads to its trace. */
export interface Exemplar {
  timeMs: number;
  value: number;
  labels: Record<string, string>;
}
