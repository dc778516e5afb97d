import { argumentsOf, bareNode, functionOf, nodesOf } from "@/lib/shared/promql/nodes";
import { queryPlace } from "../lint-places";
import type { LintRule } from "../lint-rule";

export const quantileAverage: LintRule = {
  id: "quantile-average",
  title: "Quantiles are not averaged",
  severity: "warning",
  why: "The mean of two p95 is the p95 of nothing. Sum the buckets by le, then take the quantile.",
  check: ({ queries }) =>
    queries.flatMap((query) => {
      const { expr, tree } = query;
      if (!tree) return [];
      return nodesOf(tree, "AggregateExpr").flatMap((node) => {
        const argument = argumentsOf(node).at(-1);
        const inner = argument && bareNode(argument);
        const isQuantile = inner?.name === "FunctionCall" && functionOf(expr, inner) === "histogram_quantile";
        if (!isQuantile || !/^(avg|sum)$/.test(functionOf(expr, node))) return [];
        const message = `${functionOf(expr, node)} of quantiles is no quantile.`;
        return [{ message, place: queryPlace(query) }];
      });
    }),
};
