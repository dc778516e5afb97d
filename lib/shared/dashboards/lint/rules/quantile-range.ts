import { argumentsOf, functionOf, nodesOf, textOf } from "@/lib/shared/promql/nodes";
import { queryPlace } from "../lint-places";
import type { LintRule } from "../lint-rule";

const names = new Set(["histogram_quantile", "quantile_over_time"]);

export const quantileRange: LintRule = {
  id: "quantile-range",
  title: "Quantiles lie between 0 and 1",
  severity: "error",
  why: "A quantile of 95 is infinite everywhere; the 95th percentile is 0.95.",
  check: ({ queries }) =>
    queries.flatMap((query) => {
      const { expr, tree } = query;
      if (!tree) return [];
      return nodesOf(tree, "FunctionCall").flatMap((call) => {
        const [first] = argumentsOf(call);
        if (!first || !names.has(functionOf(expr, call))) return [];
        const text = textOf(expr, first).trim();
        const quantile = Number(text);
        if (text === "" || !Number.isFinite(quantile) || (quantile >= 0 && quantile <= 1)) return [];
        const meant = quantile > 1 && quantile <= 100 ? ` ${quantile / 100} is meant, most likely.` : "";
        return [
          { message: `The quantile ${text} is not between 0 and 1.${meant}`, place: queryPlace(query) },
        ];
      });
    }),
};
