import { ownTurn } from "@/lib/server/own-turn";
import { type Lane, type Matrix, startOf } from "./matrix";

/** About 10 ms of work. */
const turnPoints = 50_000;

interface Series {
  metric: unknown;
  values?: unknown[];
  histograms?: unknown[];
}

/** The `data` of the envelope that `renderMatrix` writes, without writing and reading it. */
export async function matrixData(matrix: Matrix): Promise<{ resultType: "matrix"; result: Series[] }> {
  const result: Series[] = [];
  let turn = 0;
  let metric = "";
  let series: Series = { metric: {} };
  for (const lane of matrix.lanes) {
    turn += lane.end - lane.first;
    if (turn > turnPoints) {
      await ownTurn();
      turn = 0;
    }
    if (metric !== lane.metric) {
      metric = lane.metric;
      series = { metric: JSON.parse(metric) };
      result.push(series);
    }
    series[lane.kind] = lane.kind === "values" ? valuesOf(matrix, lane) : histogramsOf(matrix, lane);
  }
  return { resultType: "matrix", result };
}

/** Each point is `[time,"value"]`, and no value holds a bracket. */
function valuesOf(matrix: Matrix, lane: Lane): [number, string][] {
  const text = matrix.bytes.toString(
    "latin1",
    startOf(matrix, lane, lane.first) + 1,
    (matrix.ends[lane.end - 1] ?? 0) - 1,
  );
  return text.split("],[").map((point, index) => {
    const value = point.slice(point.indexOf(",") + 2, -1);
    return [(matrix.timesMs[lane.first + index] ?? 0) / 1_000, value];
  });
}

function histogramsOf(matrix: Matrix, lane: Lane): unknown[] {
  const text = matrix.bytes.toString("utf8", startOf(matrix, lane, lane.first), matrix.ends[lane.end - 1]);
  return JSON.parse(`[${text}]`);
}
