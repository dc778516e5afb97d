import { readNumber, readObject, readObjects, readString } from "@/lib/shared/dashboards/read-json";
import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";
import { ExpressionError, type ExpressionValue, mapNumbers } from "./expression-value";
import { medianOf } from "./reduce-value";

type Test = (value: number) => boolean;

/** @throws ExpressionError */
function readTest(stored: Json | undefined): Test {
  const { type, params } = readObject(stored);
  const [a = Number.NaN, b = Number.NaN] = Array.isArray(params)
    ? params.map((one) => readNumber(one) ?? 0)
    : [];
  const [low, high] = [Math.min(a, b), Math.max(a, b)];
  const tests: Record<string, Test> = {
    gt: (value) => value > a,
    gte: (value) => value >= a,
    lt: (value) => value < a,
    lte: (value) => value <= a,
    eq: (value) => value === a,
    ne: (value) => value !== a,
    within_range: (value) => value > low && value < high,
    within_range_included: (value) => value >= low && value <= high,
    outside_range: (value) => value < low || value > high,
    outside_range_included: (value) => value <= low || value >= high,
  };
  const id = readString(type);
  const test = Object.hasOwn(tests, id) ? tests[id] : undefined;
  if (!test) throw new ExpressionError(`"${id}" is no condition.`);
  return test;
}

/** 1 for each value that meets the condition, else 0. */
export function thresholdExpression(
  values: readonly ExpressionValue[],
  options: JsonObject,
): ExpressionValue[] {
  const passes = readTest(readObjects(options.conditions)[0]?.evaluator);
  return values.map((value) =>
    mapNumbers(value, (number) => (number === null ? null : Number(passes(number)))),
  );
}

type Reduce = (numbers: number[]) => number;

const change: Reduce = (numbers) => (numbers.at(-1) ?? 0) - (numbers[0] ?? 0);
const share: Reduce = (numbers) => (change(numbers) / (numbers[0] ?? 0)) * 100;
const total: Reduce = (numbers) => numbers.reduce((sum, one) => sum + one, 0);

/** Of the points that are there, as the alerts of older Grafanas reduce them. */
const reducers: Record<string, Reduce> = {
  avg: (numbers) => total(numbers) / numbers.length,
  sum: total,
  min: (numbers) => numbers.reduce((a, b) => Math.min(a, b)),
  max: (numbers) => numbers.reduce((a, b) => Math.max(a, b)),
  last: (numbers) => numbers.at(-1) ?? Number.NaN,
  median: medianOf,
  diff: change,
  diff_abs: (numbers) => Math.abs(change(numbers)),
  percent_diff: share,
  percent_diff_abs: (numbers) => Math.abs(share(numbers)),
};

function reduced(value: ExpressionValue, reducer: string): number | null {
  const points = value.kind === "series" ? value.values : value.kind === "noData" ? [] : [value.value];
  const numbers = points.filter((point): point is number => point != null && !Number.isNaN(point));
  if (reducer === "count") return points.filter((point) => point !== undefined).length;
  if (numbers.length === 0) return null;
  if (reducer === "count_non_null") return numbers.length;
  const reduce = Object.hasOwn(reducers, reducer) ? reducers[reducer] : undefined;
  if (!reduce) throw new ExpressionError(`"${reducer}" is no way to reduce a series.`);
  return reduce(numbers);
}

function queryOf({ query }: JsonObject): string {
  const { params } = readObject(query);
  return Array.isArray(params) ? readString(params[0]) : "";
}

/** One number: 1 while the conditions together hold, else 0; nothing when no query has data. */
export function classicConditions(
  { conditions }: JsonObject,
  valuesOf: (refId: string) => readonly ExpressionValue[],
): ExpressionValue[] {
  let firing = false;
  let blank = true;
  readObjects(conditions).forEach((condition, index) => {
    const operator = isJsonObject(condition.operator) ? condition.operator.type : "and";
    if (index > 0 && operator === "logic-or" && firing) return;
    const { type } = readObject(condition.evaluator);
    const numbers = valuesOf(queryOf(condition)).map((value) =>
      reduced(value, readString(readObject(condition.reducer).type)),
    );
    const test = type === "no_value" ? null : readTest(condition.evaluator);
    const holds = numbers.some((number) => (test ? number !== null && test(number) : number === null));
    if (test === null || numbers.some((number) => number !== null)) blank = false;
    firing = index === 0 ? holds : operator === "and" ? firing && holds : firing || holds;
  });
  return [{ kind: "number", labels: {}, value: blank ? null : Number(firing) }];
}
