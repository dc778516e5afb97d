export type Labels = Readonly<Record<string, string>>;

export interface Point {
  labels: Labels;
  value: number;
}

export interface HistogramPoint {
  labels: Labels;
  /** How many observations were at most as large as each bound; the last bound, infinity, is `count`. */
  buckets: readonly number[];
  sum: number;
  count: number;
}

interface Named {
  name: string;
  help: string;
}

export interface ValueFamily extends Named {
  type: "counter" | "gauge";
  at(seconds: number): Point[];
}

export interface HistogramFamily extends Named {
  type: "histogram";
  bounds: readonly number[];
  at(seconds: number): HistogramPoint[];
}

/** A metric family as a pure function of time. */
export type Family = ValueFamily | HistogramFamily;

/** A family at one moment. */
export type Reading =
  | (Named & { type: "counter" | "gauge"; points: Point[] })
  | (Named & { type: "histogram"; bounds: readonly number[]; points: HistogramPoint[] });

export function readFamily(family: Family, seconds: number): Reading {
  const { name, help } = family;
  return family.type === "histogram"
    ? { name, help, type: family.type, bounds: family.bounds, points: family.at(seconds) }
    : { name, help, type: family.type, points: family.at(seconds) };
}
