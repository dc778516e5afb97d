import { argumentsOf, bareNode, functionOf, nodesOf, textOf } from "@/lib/shared/promql/nodes";
import { readSelector } from "@/lib/shared/promql/selector";
import { excerpt } from "../excerpt";
import { queryPlace } from "../lint-places";
import type { LintQuery } from "../lint-queries";
import type { LintRule, RuleFinding } from "../lint-rule";
import { drawsOverTime } from "../panel-kinds";

const mostSeries = 50;

export const topkBounds: LintRule = {
  id: "topk-bounds",
  title: "topk is bounded",
  severity: "hint",
  why: "topk() chooses anew at every step and sorts all that it is given: over time it shows more than k series, without matchers it reads them all.",
  check: ({ queries }) => queries.flatMap(findingsOf),
};

function findingsOf(query: LintQuery): RuleFinding[] {
  const { expr, tree, panel, target, kind } = query;
  if (!tree || kind !== "target" || target?.hidden) return [];
  return nodesOf(tree, "AggregateExpr").flatMap((node) => {
    const name = functionOf(expr, node);
    const [count, argument] = argumentsOf(node);
    if (!/^(topk|bottomk)$/.test(name) || !argument) return [];
    const inner = bareNode(argument);
    const place = queryPlace(query);
    const k = Number(textOf(expr, count));
    if (k > mostSeries)
      return [
        {
          severity: "warning",
          message: `${name}(${k}, ...) draws more than a person can tell apart.`,
          place,
        },
      ];
    if (inner.name === "VectorSelector" && readSelector(expr, inner).matchers.length === 0)
      return [{ message: `${name}() sorts every series of ${excerpt(expr, inner)}.`, place }];
    if (panel && drawsOverTime(panel) && !target?.instant)
      return [
        {
          message: `${name}() chooses anew at every step, so more than ${textOf(expr, count)} series show.`,
          place,
        },
      ];
    return [];
  });
}
