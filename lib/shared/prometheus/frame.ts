/** A sample as it travels in JSON: null is a gap; NaN and infinities keep Prometheus' own spelling. */
export type WireValue = number | null | "NaN" | "+Inf" | "-Inf";

/** Range result on the step grid: point i of every series lies at startSeconds + i * stepSeconds. */
export interface RangeFrame {
  kind: "range";
  startSeconds: number;
  stepSeconds: number;
  length: number;
  /** There are more series than a chart draws; they were not asked for. */
  cut?: true;
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

/** One measurement behind a histogram, with what leads to its trace. */
export interface Exemplar {
  timeMs: number;
  value: number;
  labels: Record<string, string>;
}
