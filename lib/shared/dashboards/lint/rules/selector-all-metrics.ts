import { nodesOf } from "@/lib/shared/promql/nodes";
import { metricOf, readSelector } from "@/lib/shared/promql/selector";
import { excerpt } from "../excerpt";
import { queryPlace } from "../lint-places";
import type { LintRule } from "../lint-rule";

const matchesAll = /^(\.\*|\.\+|\.)$/;

export const selectorAllMetrics: LintRule = {
  id: "selector-all-metrics",
  title: "Selectors name a metric",
  severity: "warning",
  why: "Without a name Prometheus walks through every metric that it has.",
  check: ({ queries }) =>
    queries.flatMap((query) => {
      const { expr, tree, kind } = query;
      if (!tree || kind === "variable") return [];
      return nodesOf(tree, "VectorSelector").flatMap((node) => {
        const selector = readSelector(expr, node);
        if (metricOf(selector) !== null) return [];
        const narrows = selector.matchers.some(({ value }) => value !== "" && !matchesAll.test(value));
        const text = excerpt(expr, node);
        return narrows ? [] : [{ message: `${text} reads every series there is.`, place: queryPlace(query) }];
      });
    }),
};
