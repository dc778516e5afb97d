/** The calculations of legends, stats and reduce transformations by Grafana's ids. */
export const reducerNames: Record<string, string> = {
  lastNotNull: "Last *",
  last: "Last",
  firstNotNull: "First *",
  first: "First",
  min: "Min",
  max: "Max",
  mean: "Mean",
  median: "Median",
  variance: "Variance",
  stdDev: "StdDev",
  sum: "Total",
  count: "Count",
  countAll: "Count all",
  range: "Range",
  delta: "Delta",
  step: "Step",
  diff: "Difference",
  diffperc: "Difference percent",
  logmin: "Min (above zero)",
  allIsZero: "All Zeros",
  allIsNull: "All Nulls",
  changeCount: "Change Count",
  distinctCount: "Distinct Count",
  allValues: "All values",
  uniqueValues: "All unique values",
};

const aliases: Record<string, string> = { current: "lastNotNull", avg: "mean", total: "sum" };

/** Calculations whose result no longer has the unit of the values. */
const unitless = new Set(["count", "countAll", "changeCount", "distinctCount", "diffperc", "allIsNull"]);

export function reducerName(id: string): string {
  const percentile = /^p(\d{1,2})$/.exec(id)?.[1];
  return percentile ? `${ordinal(Number(percentile))} %` : (reducerNames[aliases[id] ?? id] ?? id);
}

function ordinal(number: number): string {
  const last = number > 3 && number < 21 ? 0 : number % 10;
  return `${number}${["th", "st", "nd", "rd"][last] ?? "th"}`;
}

export function keepsUnit(reducer: string): boolean {
  return !unitless.has(reducer);
}

/** Reduces values to one; null when there is nothing to reduce or the reducer is unknown. Gaps and NaN do not count. */
export function reduceValues(values: readonly unknown[], reducer: string): unknown {
  const id = aliases[reducer] ?? reducer;
  const percentile = /^p(\d{1,2})$/.exec(id)?.[1];
  if (percentile) return quantile(values, Number(percentile) / 100);
  return Object.hasOwn(reducers, id) ? reducers[id]?.(values) : null;
}

/** Like reduceValues, for places that show numbers only. */
export function reduceToNumber(values: readonly unknown[], reducer: string): number | null {
  const value = reduceValues(values, reducer);
  if (typeof value === "boolean") return value ? 1 : 0;
  return typeof value === "number" ? value : null;
}

const reducers: Record<string, (values: readonly unknown[]) => unknown> = {
  last: (values) => values.at(-1) ?? null,
  first: (values) => values[0] ?? null,
  lastNotNull: (values) => values.findLast(isPresent) ?? null,
  firstNotNull: (values) => values.find(isPresent) ?? null,
  min: (values) => extreme(values, (a, b) => a < b),
  max: (values) => extreme(values, (a, b) => a > b),
  logmin: (values) =>
    extreme(
      numbers(values).filter((value) => value > 0),
      (a, b) => a < b,
    ),
  sum: (values) => numbers(values).reduce((total, value) => total + value, 0),
  mean: (values) => mean(numbers(values)),
  median: (values) => median(values),
  variance: (values) => variance(numbers(values)),
  stdDev: (values) => Math.sqrt(variance(numbers(values))),
  count: (values) => values.filter((value) => value !== null && value !== undefined).length,
  countAll: (values) => values.length,
  range: (values) =>
    difference(
      extreme(values, (a, b) => a < b),
      extreme(values, (a, b) => a > b),
    ),
  diff: (values) => difference(numbers(values)[0] ?? null, numbers(values).at(-1) ?? null),
  diffperc: (values) => diffPercent(numbers(values)),
  delta: (values) => delta(numbers(values)),
  step: (values) => step(numbers(values)),
  allIsZero: (values) =>
    numbers(values).length > 0 && values.every((value) => value === 0 || !isPresent(value)),
  allIsNull: (values) => numbers(values).length === 0,
  changeCount: (values) => changes(values.filter((value) => value !== null)),
  distinctCount: (values) => new Set(values.filter((value) => value !== null)).size,
  allValues: (values) => [...values],
  uniqueValues: (values) => [...new Set(values)],
};

function isPresent(value: unknown): boolean {
  return value !== null && value !== undefined && !Number.isNaN(value);
}

function numbers(values: readonly unknown[]): number[] {
  return values.filter((value): value is number => typeof value === "number" && !Number.isNaN(value));
}

function extreme(values: readonly unknown[], beats: (a: number, b: number) => boolean): number | null {
  let best: number | null = null;
  for (const value of values) {
    if (typeof value !== "number" || Number.isNaN(value)) continue;
    if (best === null || beats(value, best)) best = value;
  }
  return best;
}

function mean(values: number[]): number | null {
  return values.length === 0 ? null : values.reduce((total, value) => total + value, 0) / values.length;
}

function median(values: readonly unknown[]): number | null {
  const sorted = numbers(values).sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

function quantile(values: readonly unknown[], share: number): number | null {
  const sorted = numbers(values).sort((a, b) => a - b);
  return sorted[Math.round((sorted.length - 1) * share)] ?? null;
}

function variance(values: number[]): number {
  const average = mean(values);
  if (average === null) return 0;
  return values.reduce((total, value) => total + (value - average) ** 2, 0) / values.length;
}

function difference(low: number | null, high: number | null): number | null {
  return low === null || high === null ? null : high - low;
}

function diffPercent(values: number[]): number {
  const [first, last] = [values[0], values.at(-1)];
  return first === undefined || last === undefined ? 0 : ((last - first) / first) * 100;
}

/** The growth of a counter: falls are resets and do not count. */
function delta(values: number[]): number {
  let total = 0;
  let wentUp = true;
  for (let i = 1; i < values.length; i++) {
    const step = (values[i] ?? 0) - (values[i - 1] ?? 0);
    if (step < 0) wentUp = false;
    else {
      if (wentUp) total += step;
      wentUp = true;
    }
  }
  return total;
}

function step(values: number[]): number | null {
  let least: number | null = null;
  for (let i = 1; i < values.length; i++) {
    const current = (values[i] ?? 0) - (values[i - 1] ?? 0);
    if (least === null || current < least) least = current;
  }
  return least;
}

function changes(values: unknown[]): number {
  return values.reduce<number>((total, value, i) => total + (i > 0 && value !== values[i - 1] ? 1 : 0), 0);
}
