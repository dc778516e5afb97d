/** Points of one series of one kind: a run of the matrix' columns. */
export interface Lane {
  /** The labels as JSON text, as the upstream wrote it: the same series has the same text. */
  metric: string;
  kind: "values" | "histograms";
  /** The points `first` to before `end` of `times` and `ends`. */
  first: number;
  end: number;
  /** Where the text of the first point begins. */
  at: number;
}

/**
 * A range answer with its points kept as the text that Prometheus wrote, so that they can be cut and joined without
 * being read: nothing is rounded, and an answer is put together by copying bytes.
 */
export interface Matrix {
  /** Points of a lane, separated by commas. */
  bytes: Buffer;
  timesMs: Float64Array;
  /** Where the text of each point ends. */
  ends: Uint32Array;
  lanes: Lane[];
  /** Remarks of the engine on the expression; they belong to the answer like its points. */
  warnings: string[];
  infos: string[];
  /** The answer as it came, where it says this and nothing else. */
  asItCame?: Buffer<ArrayBuffer>;
}

const laneOverheadBytes = 200;

/** What a matrix takes in memory. */
export function matrixBytes({ bytes, timesMs, lanes, warnings, infos }: Matrix): number {
  let total = bytes.length + timesMs.length * 12 + 1_000;
  for (const { metric } of lanes) total += laneOverheadBytes + metric.length * 2;
  for (const text of [...warnings, ...infos]) total += text.length * 2;
  return total;
}

/** The first point of the lane at this time or later. */
export function pointAt(
  { timesMs }: Pick<Matrix, "timesMs">,
  { first, end }: Pick<Lane, "first" | "end">,
  timeMs: number,
): number {
  let low = first;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((timesMs[middle] ?? 0) < timeMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the text of a point of the lane begins. */
export function startOf(
  { ends }: Pick<Matrix, "ends">,
  lane: Pick<Lane, "first" | "at">,
  point: number,
): number {
  return point === lane.first ? lane.at : (ends[point - 1] ?? 0) + 1;
}
