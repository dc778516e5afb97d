import { setImmediate as pause } from "node:timers/promises";
import { isJsonObject } from "@/lib/shared/json";
import type { Lane, Matrix } from "./matrix";

/** About 10 ms of work. */
const turnPoints = 20_000;
const kinds = ["values", "histograms"] as const;

/** A range answer of any spelling, already parsed; null where a point of it cannot be read. */
export async function readMatrix(
  data: unknown,
  remarks: Pick<Matrix, "warnings" | "infos">,
): Promise<Matrix | null> {
  const texts: string[] = [];
  const times: number[] = [];
  const ends: number[] = [];
  const lanes: Lane[] = [];
  let at = 0;
  let turnAt = 0;
  for (const series of isJsonObject(data) && Array.isArray(data.result) ? data.result : []) {
    if (times.length - turnAt > turnPoints) {
      await pause();
      turnAt = times.length;
    }
    if (!isJsonObject(series) || !isJsonObject(series.metric)) return null;
    const metric = JSON.stringify(series.metric);
    for (const kind of kinds) {
      const points = series[kind];
      if (!Array.isArray(points) || points.length === 0) continue;
      const lane: Lane = { metric, kind, first: times.length, end: times.length + points.length, at };
      for (const point of points) {
        if (!isPoint(point)) return null;
        const text = JSON.stringify(point);
        at += Buffer.byteLength(text);
        times.push(Math.round(point[0] * 1_000));
        ends.push(at);
        texts.push(text);
        at += 1;
      }
      lanes.push(lane);
    }
  }
  const bytes = Buffer.from(texts.join(","));
  return { bytes, timesMs: Float64Array.from(times), ends: Uint32Array.from(ends), lanes, ...remarks };
}

function isPoint(point: unknown): point is [number, unknown] {
  return Array.isArray(point) && point.length === 2 && typeof point[0] === "number";
}
