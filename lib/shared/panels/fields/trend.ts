import type { ValueLine } from "./value-line";

/** A cell that holds a series: drawn as a small line, sorted and coloured by the one value it is reduced to. */
export interface Trend {
  line: ValueLine;
  value: unknown;
}

export function isTrend(value: unknown): value is Trend {
  return typeof value === "object" && value !== null && "line" in value && "value" in value;
}

/** What a value counts as where only one can be used. */
export function plainValue(value: unknown): unknown {
  return isTrend(value) ? value.value : value;
}
