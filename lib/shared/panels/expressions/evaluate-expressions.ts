import { readString } from "@/lib/shared/dashboards/read-json";
import type { ReadTarget } from "@/lib/shared/dashboards/reading-model";
import type { JsonObject } from "@/lib/shared/json";
import type { TargetResult } from "@/lib/shared/panels/panel-data";
import { evaluateMath } from "./evaluate-math";
import { ExpressionError, type ExpressionValue } from "./expression-value";
import { parseMath } from "./parse-math";
import { reduceExpression } from "./reduce-value";
import { resampleExpression } from "./resample-value";
import { toResults, toValues } from "./result-values";
import { classicConditions, thresholdExpression } from "./value-tests";

interface ExpressionInput {
  targets: readonly ReadTarget[];
  results: readonly TargetResult[];
  range: { fromMs: number; toMs: number };
  interpolate: (text: string) => string;
}

type Values = readonly ExpressionValue[];

/** What the expressions among a panel's targets give, or why one gives nothing. */
export function evaluateExpressions(input: ExpressionInput): {
  results: TargetResult[];
  errors: { refId: string; message: string }[];
} {
  const known = new Map<string, Values | ExpressionError>();
  const valuesOf = (refId: string, path: readonly string[]): Values => {
    const found = known.get(refId) ?? attempt(() => answerOf(refId, path, input, valuesOf));
    known.set(refId, found);
    if (found instanceof ExpressionError) throw found;
    return found;
  };
  const made = input.targets
    .filter(({ expression }) => expression !== undefined)
    .map(({ refId }) => ({ refId, values: attempt(() => valuesOf(refId, [])) }));
  return {
    results: made.flatMap(({ refId, values }) =>
      values instanceof ExpressionError ? [] : toResults(refId, values, input.range),
    ),
    errors: made.flatMap(({ refId, values }) =>
      values instanceof ExpressionError ? [{ refId, message: values.message }] : [],
    ),
  };
}

function attempt(evaluate: () => Values): Values | ExpressionError {
  try {
    return evaluate();
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
}

function answerOf(
  refId: string,
  path: readonly string[],
  { targets, results, range, interpolate }: ExpressionInput,
  valuesOf: (refId: string, path: readonly string[]) => Values,
): Values {
  const target = targets.find((one) => one.refId === refId);
  if (!target) throw new ExpressionError(`There is no query "${refId}".`);
  if (path.includes(refId)) throw new ExpressionError(`"${refId}" needs its own result.`);
  if (!target.expression) {
    const own = results.filter((result) => result.refId === refId);
    if (own.length === 0) throw new ExpressionError(`The query "${refId}" has no answer.`);
    return toValues(own, target);
  }
  const { expression } = target;
  const needs = (name: string) => valuesOf(name, [...path, refId]);
  return run(expression, interpolate(readString(expression.expression)), needs, range);
}

function run(
  options: JsonObject,
  text: string,
  needs: (refId: string) => Values,
  range: ExpressionInput["range"],
): Values {
  const one = () => needs(text.trim().replace(/^\$\{?([^}]*)\}?$/, "$1"));
  switch (options.type) {
    case "math":
      return evaluateMath(parseMath(text), needs);
    case "reduce":
      return reduceExpression(one(), options);
    case "resample":
      return resampleExpression(one(), options, range);
    case "threshold":
      return thresholdExpression(one(), options);
    case "classic_conditions":
      return classicConditions(options, needs);
    default:
      throw new ExpressionError(
        `Expressions of type "${readString(options.type, "unknown")}" are not computed here. It is kept as it is.`,
      );
  }
}
