import { ownTurn } from "@/lib/server/own-turn";
import { compareLabels, sortedLabels } from "./compare-labels";
import { type Lane, type Matrix, pointAt, startOf } from "./matrix";

/** The points of a matrix between two times, both included. */
export interface Piece {
  matrix: Matrix;
  fromMs: number;
  toMs: number;
}

interface Run {
  matrix: Matrix;
  lane: Lane;
  first: number;
  end: number;
}

interface LaneRuns {
  metric: string;
  kind: Lane["kind"];
  runs: Run[];
}

/** Some milliseconds of work. */
const turnLanes = 4_000;
const turnPoints = 200_000;

/** Puts pieces, given in the order of their times, together into one matrix of its own memory. */
export async function composeMatrix(pieces: readonly Piece[]): Promise<Matrix> {
  const lanes = await runsByLane(pieces);
  const { points, bytes } = sizeOf(lanes);
  const composed: Matrix = {
    bytes: Buffer.allocUnsafeSlow(bytes),
    timesMs: new Float64Array(points),
    ends: new Uint32Array(points),
    lanes: [],
    warnings: distinct(pieces.flatMap(({ matrix }) => matrix.warnings)),
    infos: distinct(pieces.flatMap(({ matrix }) => matrix.infos)),
  };
  let point = 0;
  let at = 0;
  let turn = { index: 0, point: 0 };
  for (const [index, { metric, kind, runs }] of lanes.entries()) {
    if (index - turn.index > turnLanes || point - turn.point > turnPoints) {
      await ownTurn();
      turn = { index, point };
    }
    const lane = { metric, kind, first: point, end: point, at };
    for (const run of runs) {
      const from = startOf(run.matrix, run.lane, run.first);
      const to = run.matrix.ends[run.end - 1] ?? from;
      run.matrix.bytes.copy(composed.bytes, at, from, to);
      composed.timesMs.set(run.matrix.timesMs.subarray(run.first, run.end), point);
      for (let i = run.first; i < run.end; i++)
        composed.ends[point++] = (run.matrix.ends[i] ?? 0) - from + at;
      at += to - from;
      composed.bytes[at++] = 44;
    }
    composed.lanes.push({ ...lane, end: point });
  }
  return composed;
}

async function runsByLane(pieces: readonly Piece[]): Promise<LaneRuns[]> {
  const byLane = new Map<string, LaneRuns>();
  let inOrder = true;
  for (const { matrix, fromMs, toMs } of pieces) {
    for (const [index, lane] of matrix.lanes.entries()) {
      if (index % turnLanes === turnLanes - 1) await ownTurn();
      const first = pointAt(matrix, lane, fromMs);
      const end = pointAt(matrix, lane, toMs + 1);
      if (first === end) continue;
      const key = lane.kind === "values" ? lane.metric : `${lane.kind} ${lane.metric}`;
      const known = byLane.get(key);
      if (known) known.runs.push({ matrix, lane, first, end });
      else {
        inOrder &&= matrix === pieces[0]?.matrix;
        byLane.set(key, { metric: lane.metric, kind: lane.kind, runs: [{ matrix, lane, first, end }] });
      }
    }
  }
  const lanes = [...byLane.values()];
  // One source alone keeps its order, whatever that is; else it is Prometheus' own, by labels.
  return inOrder ? lanes : inLabelOrder(lanes);
}

function inLabelOrder(lanes: LaneRuns[]): LaneRuns[] {
  const keyed = lanes.map((lane) => ({ lane, labels: sortedLabels(lane.metric) }));
  keyed.sort((a, b) => compareLabels(a.labels, b.labels) || (a.lane.kind === "values" ? -1 : 1));
  return keyed.map(({ lane }) => lane);
}

function sizeOf(lanes: readonly LaneRuns[]): { points: number; bytes: number } {
  let points = 0;
  let bytes = 0;
  for (const { runs } of lanes) {
    for (const { matrix, lane, first, end } of runs) {
      points += end - first;
      bytes += (matrix.ends[end - 1] ?? 0) - startOf(matrix, lane, first) + 1;
    }
  }
  return { points, bytes };
}

function distinct(texts: string[]): string[] {
  return texts.length > 1 ? [...new Set(texts)] : texts;
}
