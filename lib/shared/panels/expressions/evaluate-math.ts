import {
  ExpressionError,
  type ExpressionValue,
  type Grid,
  type Labels,
  mapNumbers,
  type SeriesValue,
} from "./expression-value";
import { joinValues, type Pair } from "./join-values";
import type { MathNode } from "./parse-math";

export type Variables = (name: string) => readonly ExpressionValue[];

const one = (holds: boolean) => (holds ? 1 : 0);

const binary: Record<string, (a: number, b: number) => number> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "%": (a, b) => a % b,
  "**": (a, b) => a ** b,
  "==": (a, b) => one(a === b),
  "!=": (a, b) => one(a !== b),
  ">": (a, b) => one(a > b),
  ">=": (a, b) => one(a >= b),
  "<": (a, b) => one(a < b),
  "<=": (a, b) => one(a <= b),
  "||": (a, b) => one(a !== 0 || b !== 0),
  "&&": (a, b) => one(a !== 0 && b !== 0),
};

function operate(
  operator: string,
  a: number | null | undefined,
  b: number | null | undefined,
): number | null {
  if (a == null || b == null) return null;
  if (operator === "||" && a !== 0) return 1;
  if (operator === "&&" && a === 0) return 0;
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.NaN;
  return binary[operator]?.(a, b) ?? null;
}

const numeric = (change: (number: number) => number) => (number: number | null) =>
  number === null ? Number.NaN : change(number);

/** Half away from zero, as Go rounds. */
const roundAway = (number: number) => Math.sign(number) * Math.round(Math.abs(number));

const functions: Record<string, (number: number | null) => number> = {
  abs: numeric(Math.abs),
  log: numeric(Math.log),
  round: numeric(roundAway),
  ceil: numeric(Math.ceil),
  floor: numeric(Math.floor),
  is_nan: (number) => one(number !== null && Number.isNaN(number)),
  is_inf: (number) => one(number === Number.POSITIVE_INFINITY || number === Number.NEGATIVE_INFINITY),
  is_null: (number) => one(number === null),
  is_number: (number) => one(number !== null && Number.isFinite(number)),
};

const constants: Record<string, number | null> = {
  nan: Number.NaN,
  inf: Number.POSITIVE_INFINITY,
  infn: Number.NEGATIVE_INFINITY,
  null: null,
};

/**
 * What a math expression gives, as Grafana computes it.
 * @throws ExpressionError
 */
export function evaluateMath(node: MathNode, variables: Variables): readonly ExpressionValue[] {
  switch (node.type) {
    case "number":
      return [scalar(node.value)];
    case "variable":
      return variables(node.name);
    case "unary": {
      const { operator } = node;
      const negate = (number: number | null) =>
        number === null || Number.isNaN(number) ? number : operator === "-" ? -number : one(number === 0);
      return evaluateMath(node.operand, variables).map((value) => mapNumbers(value, negate));
    }
    case "call":
      return call(node, variables);
    case "binary": {
      const pairs = joinValues(evaluateMath(node.left, variables), evaluateMath(node.right, variables));
      return pairs.map((pair) => combined(node.operator, pair));
    }
  }
}

function scalar(value: number | null): ExpressionValue {
  return { kind: "scalar", labels: {}, value };
}

function call(
  { name, args }: Extract<MathNode, { type: "call" }>,
  variables: Variables,
): readonly ExpressionValue[] {
  if (Object.hasOwn(constants, name) && args.length === 0) return [scalar(constants[name] ?? null)];
  const change = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (!change) throw new ExpressionError(`There is no function "${name}".`);
  const [arg, further] = args;
  if (!arg || further) throw new ExpressionError(`"${name}" takes one argument.`);
  return evaluateMath(arg, variables).map((value) => mapNumbers(value, change));
}

function combined(operator: string, { labels, left, right }: Pair): ExpressionValue {
  if (left.kind === "noData") return left;
  if (right.kind === "noData") return right;
  if (left.kind === "series")
    return right.kind === "series"
      ? seriesWithSeries(operator, labels, left, right)
      : withNumber(left, labels, (number) => operate(operator, number, right.value));
  if (right.kind === "series")
    return withNumber(right, labels, (number) => operate(operator, left.value, number));
  const kind = left.kind === "scalar" && right.kind === "scalar" ? "scalar" : "number";
  return { kind, labels, value: operate(operator, left.value, right.value) };
}

function withNumber(
  series: SeriesValue,
  labels: Labels,
  change: (number: number | null) => number | null,
): ExpressionValue {
  return { ...mapNumbers(series, change), labels };
}

/** At the times that both have a point at. */
function seriesWithSeries(
  operator: string,
  labels: Labels,
  left: SeriesValue,
  right: SeriesValue,
): SeriesValue {
  const values = left.values.map((value, index) => {
    const other = right.values[placeOn(right.grid, left.grid, index)];
    return value === undefined || other === undefined ? undefined : operate(operator, value, other);
  });
  return { kind: "series", labels, grid: left.grid, values };
}

function placeOn(grid: Grid, other: Grid, index: number): number {
  if (grid.startSeconds === other.startSeconds && grid.stepSeconds === other.stepSeconds) return index;
  const place = (other.startSeconds + index * other.stepSeconds - grid.startSeconds) / grid.stepSeconds;
  return Math.abs(place - Math.round(place)) * grid.stepSeconds < 0.0005 ? Math.round(place) : -1;
}
