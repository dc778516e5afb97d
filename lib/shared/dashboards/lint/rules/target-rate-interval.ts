import { argumentsOf, bareNode, functionOf, nodesOf, rangeOf, textOf } from "@/lib/shared/promql/nodes";
import { parseDurationMs } from "@/lib/shared/time/duration";
import { queryPlace } from "../lint-places";
import { editExpr, type LintQuery } from "../lint-queries";
import type { LintRule, RuleFinding } from "../lint-rule";
import { drawsOverTime } from "../panel-kinds";

/** Longer windows smooth on purpose. */
const longestMs = 600_000;

export const targetRateInterval: LintRule = {
  id: "target-rate-interval",
  title: "Rates over time use $__rate_interval",
  severity: "hint",
  why: "A fixed window skips samples as soon as the step is wider; $__interval may hold fewer than the two samples a rate needs.",
  check: ({ queries }) => queries.flatMap(findingsOf),
};

function findingsOf(query: LintQuery): RuleFinding[] {
  const { expr, tree, target, panel, kind } = query;
  if (kind !== "target" || !tree || target?.instant || !panel || !drawsOverTime(panel)) return [];
  const found = nodesOf(tree, "FunctionCall").flatMap((call) => {
    const [argument] = argumentsOf(call);
    const matrix = argument && bareNode(argument);
    if (!/^i?rate$/.test(functionOf(expr, call)) || matrix?.name !== "MatrixSelector") return [];
    const range = rangeOf(matrix);
    return range && faultOf(textOf(expr, range)) ? [range] : [];
  });
  const [first] = found;
  if (!first) return [];
  const isInterval = found.some((range) => faultOf(textOf(expr, range)) === "interval");
  const changes = found.map(({ from, to }) => ({ from, to, text: "$__rate_interval" }));
  return [
    {
      severity: isInterval ? "warning" : "hint",
      message: isInterval
        ? "$__interval may be shorter than two scrapes; then the rate is empty."
        : `The window [${textOf(expr, first)}] stays while the step grows with the range.`,
      place: queryPlace(query),
      fix: { label: "Use $__rate_interval", edits: [editExpr(query, changes)] },
    },
  ];
}

function faultOf(range: string): "fixed" | "interval" | null {
  if (/^\$\{?__interval\}?$/.test(range)) return "interval";
  const ms = parseDurationMs(range);
  return ms !== null && ms <= longestMs ? "fixed" : null;
}
