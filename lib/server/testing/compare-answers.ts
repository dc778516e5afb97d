import { isJsonObject } from "@/lib/shared/json";

export interface Difference {
  series: string;
  time: number | null;
  got: string;
  expected: string;
}

/** Engines add floats in the order in which they read series, which may change with the range: the last bits may differ. */
const roundingShare = 1e-11;

/** Every point that differs between two range answers; the last bits of a sum are no difference. */
export function compareMatrices(got: unknown, expected: unknown): Difference[] {
  const [left, right] = [pointsOf(got), pointsOf(expected)];
  const differences: Difference[] = [];
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    const [a, b] = [left.get(key) ?? "nothing", right.get(key) ?? "nothing"];
    if (a === b || isClose(Number(a), Number(b))) continue;
    const [series = "", time = ""] = key.split("\n");
    differences.push({ series, time: Number(time), got: a, expected: b });
  }
  return differences;
}

/** The same answers where series that are equal in value may stand for each other: by the values at each time alone. */
export function compareValueSets(got: unknown, expected: unknown): Difference[] {
  return compareMatrices(rankedByTime(got), rankedByTime(expected));
}

/** The values of each time, the n-th largest under the name n. */
function rankedByTime(data: unknown): unknown {
  const byTime = new Map<string, string[]>();
  for (const [key, value] of pointsOf(data)) {
    const time = key.slice(key.indexOf("\n") + 1);
    byTime.set(time, [...(byTime.get(time) ?? []), value]);
  }
  const result = [...byTime].flatMap(([time, values]) =>
    values
      .toSorted((a, b) => Number(b) - Number(a) || (a < b ? -1 : 1))
      .map((value, rank) => ({ metric: { rank }, values: [[time, value]] })),
  );
  return { result };
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= roundingShare * Math.max(Math.abs(a), Math.abs(b), 1);
}

function pointsOf(data: unknown): Map<string, string> {
  const points = new Map<string, string>();
  for (const series of isJsonObject(data) && Array.isArray(data.result) ? data.result : []) {
    if (!isJsonObject(series)) continue;
    const name = JSON.stringify(series.metric);
    for (const kind of ["values", "histograms"]) {
      const list = series[kind];
      for (const point of Array.isArray(list) ? list : []) {
        if (!Array.isArray(point)) continue;
        const [time, value] = point;
        points.set(`${name} ${kind}\n${time}`, typeof value === "string" ? value : JSON.stringify(value));
      }
    }
  }
  return points;
}
