import { argumentsOf, bareNode, functionOf, groupingOf, nodesOf, textOf } from "@/lib/shared/promql/nodes";
import { queryPlace } from "../lint-places";
import type { LintRule } from "../lint-rule";

export const histogramQuantileLe: LintRule = {
  id: "histogram-quantile-le",
  title: "histogram_quantile gets its buckets",
  severity: "error",
  why: "The label le tells the buckets apart; summed away, there is nothing to find a quantile in.",
  check: ({ queries }) =>
    queries.flatMap((query) => {
      const { expr, tree } = query;
      if (!tree) return [];
      return nodesOf(tree, "FunctionCall").flatMap((call) => {
        if (functionOf(expr, call) !== "histogram_quantile") return [];
        const argument = argumentsOf(call).at(-1);
        const buckets = argument && bareNode(argument);
        if (buckets?.name !== "AggregateExpr" || !/_bucket\b/.test(textOf(expr, buckets))) return [];
        if (!/^(sum|avg|min|max)$/.test(functionOf(expr, buckets))) return [];
        const { kind, labels } = groupingOf(expr, buckets);
        // VictoriaMetrics has buckets of its own, told apart by vmrange.
        const isOpen = labels.some((label) => /[$[]|^vmrange$/.test(label));
        const keepsLe = kind === "without" ? !labels.includes("le") : labels.includes("le");
        if (keepsLe || isOpen) return [];
        return [{ message: "The aggregation inside drops the label le.", place: queryPlace(query) }];
      });
    }),
};
