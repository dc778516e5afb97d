export type Labels = Record<string, string>;

/** Where the points of a series lie. */
export interface Grid {
  startSeconds: number;
  stepSeconds: number;
  length: number;
}

/** What queries and expressions give: as many of these as there are series. Null is a value that is missing. */
export type ExpressionValue =
  | { kind: "scalar"; labels: Labels; value: number | null }
  | { kind: "number"; labels: Labels; value: number | null }
  /** Undefined: there is no point at all. */
  | { kind: "series"; labels: Labels; grid: Grid; values: (number | null | undefined)[] }
  | { kind: "noData"; labels: Labels };

export type SeriesValue = Extract<ExpressionValue, { kind: "series" }>;

export const noData: ExpressionValue[] = [{ kind: "noData", labels: {} }];

/** A mistake in an expression, in words for the person who wrote it. */
export class ExpressionError extends Error {}

/** The same function on every number; what is missing is given to it as null. */
export function mapNumbers(
  value: ExpressionValue,
  change: (number: number | null) => number | null,
): ExpressionValue {
  if (value.kind === "noData") return value;
  if (value.kind !== "series") return { ...value, value: change(value.value) };
  return { ...value, values: value.values.map((one) => (one === undefined ? undefined : change(one))) };
}
