import { readNumber, readObject, readString } from "@/lib/shared/dashboards/read-json";
import type { JsonObject } from "@/lib/shared/json";
import { ExpressionError, type ExpressionValue } from "./expression-value";

type Points = readonly (number | null)[];

const isNumber = (value: number | null): value is number => value !== null && !Number.isNaN(value);

/** Of numbers only; one value that is missing or NaN makes the result NaN. */
function strict(reduce: (numbers: number[]) => number): (points: Points) => number {
  return (points) => (points.every(isNumber) ? reduce(points.filter(isNumber)) : Number.NaN);
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

export function medianOf(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  if (sorted.length % 2 === 1) return upper;
  return ((sorted[sorted.length / 2 - 1] ?? Number.NaN) + upper) / 2;
}

const reducers: Record<string, (points: Points) => number | null> = {
  sum: strict(sum),
  mean: strict((numbers) => sum(numbers) / numbers.length),
  min: strict((numbers) => numbers.reduce((a, b) => Math.min(a, b), numbers[0] ?? Number.NaN)),
  max: strict((numbers) => numbers.reduce((a, b) => Math.max(a, b), numbers[0] ?? Number.NaN)),
  median: strict(medianOf),
  count: (points) => points.length,
  last: (points) => (points.length === 0 ? Number.NaN : (points.at(-1) ?? null)),
};

/** @throws ExpressionError */
export function pointsReducer(id: string): (points: Points) => number | null {
  const reduce = Object.hasOwn(reducers, id) ? reducers[id] : undefined;
  if (!reduce) throw new ExpressionError(`"${id}" is no way to reduce a series.`);
  return reduce;
}

/** One number a series. Its mode says what becomes of points that are missing, NaN or infinite. */
export function reduceExpression(
  values: readonly ExpressionValue[],
  { reducer, settings }: JsonObject,
): ExpressionValue[] {
  const reduce = pointsReducer(readString(reducer));
  const { mode, replaceWithValue } = readObject(settings);
  const instead = readNumber(replaceWithValue) ?? 0;
  const usable = (value: number | null) => value !== null && Number.isFinite(value);
  return values.map((value): ExpressionValue => {
    if (value.kind === "scalar") throw new ExpressionError("A single number cannot be reduced.");
    if (value.kind !== "series") return value;
    const points = value.values.filter((point) => point !== undefined);
    const made = (reduced: number | null): ExpressionValue => ({
      kind: "number",
      labels: value.labels,
      value: reduced,
    });
    if (mode === "dropNN") {
      const reduced = reduce(points.filter(usable));
      return made(usable(reduced) ? reduced : null);
    }
    if (mode === "replaceNN") {
      const reduced = reduce(points.map((point) => (usable(point) ? point : instead)));
      return made(usable(reduced) ? reduced : instead);
    }
    return made(reduce(points));
  });
}
