import { argumentsOf, bareNode, functionOf, nodesOf } from "@/lib/shared/promql/nodes";
import { queryPlace } from "../lint-places";
import type { LintRule } from "../lint-rule";

export const rateOfAggregate: LintRule = {
  id: "rate-of-aggregate",
  title: "First the rate, then the sum",
  severity: "warning",
  why: "The sum of counters falls when one process restarts; its rate then shows a spike that never was.",
  check: ({ queries }) =>
    queries.flatMap((query) => {
      const { expr, tree } = query;
      if (!tree) return [];
      return nodesOf(tree, "FunctionCall").flatMap((call) => {
        const name = functionOf(expr, call);
        const [argument] = argumentsOf(call);
        const subquery = argument && bareNode(argument);
        if (!/^(rate|irate|increase)$/.test(name) || subquery?.name !== "SubqueryExpr") return [];
        const inner = subquery.firstChild && bareNode(subquery.firstChild);
        if (inner?.name !== "AggregateExpr" || !/^(sum|avg|max|min)$/.test(functionOf(expr, inner)))
          return [];
        const message = `${name}() of a ${functionOf(expr, inner)}: aggregate the rates instead.`;
        return [{ message, place: queryPlace(query) }];
      });
    }),
};
