import { nearestNames } from "./nearest-names";

/** Their values are numbers on a line: the bounds of buckets and the shares of summaries. */
const measuring = new Set(["le", "quantile"]);

/**
 * The values of a label most like the wished one, best first: the same number written otherwise, then by letters, or by
 * their size where the label measures.
 */
export function nearestValues(label: string, wished: string, values: readonly string[], limit = 3): string[] {
  const number = toNumber(wished);
  const same = values.filter((value) => isSameNumber(value, wished));
  const alike =
    measuring.has(label) && number !== null ? bySize(number, values) : nearestNames(wished, values, limit);
  return [...new Set([...same, ...alike])].slice(0, limit);
}

/** Whether both say the same number, as `1` and `1.0`. */
export function isSameNumber(a: string, b: string): boolean {
  const number = toNumber(a);
  return number !== null && number === toNumber(b);
}

function bySize(number: number, values: readonly string[]): string[] {
  const distance = (value: string) => Math.abs((toNumber(value) ?? Number.NaN) - number);
  return values
    .filter((value) => Number.isFinite(distance(value)))
    .toSorted((a, b) => distance(a) - distance(b));
}

function toNumber(text: string): number | null {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : null;
}
