import { ownTurn } from "@/lib/server/own-turn";
import { isJsonObject } from "@/lib/shared/json";
import { GrowingBuffer } from "./growing-buffer";
import type { Lane, Matrix } from "./matrix";
import { PointColumns } from "./point-columns";

/** About 10 ms of work. */
const turnPoints = 20_000;
const kinds = ["values", "histograms"] as const;

/** A range answer of any spelling, already parsed; null where a point of it cannot be read. */
export async function readMatrix(
  data: unknown,
  remarks: Pick<Matrix, "warnings" | "infos">,
): Promise<Matrix | null> {
  const all = new GrowingBuffer(64 * 1_024);
  const columns = new PointColumns(4_096);
  const lanes: Lane[] = [];
  let done = 0;
  for (const series of isJsonObject(data) && Array.isArray(data.result) ? data.result : []) {
    if (done > turnPoints) {
      await ownTurn();
      done = 0;
    }
    if (!isJsonObject(series) || !isJsonObject(series.metric)) return null;
    const metric = JSON.stringify(series.metric);
    for (const kind of kinds) {
      const points = series[kind];
      if (!Array.isArray(points) || points.length === 0) continue;
      const lane = { metric, kind, first: columns.count, at: all.length };
      if (!addPoints(points, all, columns)) return null;
      lanes.push({ ...lane, end: columns.count });
      done += points.length;
    }
    done += 1;
  }
  return { bytes: all.bytes, ...columns.filled, lanes, ...remarks };
}

function addPoints(points: unknown[], all: GrowingBuffer, columns: PointColumns): boolean {
  const texts: string[] = [];
  let at = all.length;
  for (const point of points) {
    if (!isPoint(point)) return false;
    const text = JSON.stringify(point);
    at += Buffer.byteLength(text);
    columns.add(Math.round(point[0] * 1_000), at);
    texts.push(text);
    at += 1;
  }
  all.add(Buffer.from(`${texts.join(",")},`));
  return true;
}

function isPoint(point: unknown): point is [number, unknown] {
  return Array.isArray(point) && point.length === 2 && typeof point[0] === "number";
}
