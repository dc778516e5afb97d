import { bareNode, functionOf, nodesOf, rootOf, userOf } from "@/lib/shared/promql/nodes";
import { metricOf, readSelector } from "@/lib/shared/promql/selector";
import { queryPlace } from "../lint-places";
import type { LintRule } from "../lint-rule";

const many = 1_000;
const tooMany = 10_000;
const matchesAll = /^(\.\*|\.\+|)$/;

export const highCardinality: LintRule = {
  id: "high-cardinality",
  title: "No query reads thousands of series unasked",
  severity: "hint",
  why: "Each series is read, sent and drawn: thousands of them make the panel slow for everybody.",
  check: ({ queries }) =>
    queries.flatMap((query) => {
      const { expr, tree, metrics, kind } = query;
      const root = tree && rootOf(tree);
      if (!root || !metrics || kind !== "target") return [];
      const isReduced = bareNode(root).name === "AggregateExpr";
      return nodesOf(tree, "VectorSelector").flatMap((node) => {
        const selector = readSelector(expr, node);
        const metric = metricOf(selector) ?? "";
        const count = metrics.series.get(metric) ?? 0;
        const isNarrowed = selector.matchers.some(
          ({ label, value }) => label !== "__name__" && !matchesAll.test(value),
        );
        if (isNarrowed || count < (isReduced ? tooMany : many)) return [];
        const user = userOf(node);
        if (user && functionOf(expr, user) === "absent") return [];
        const message = `${metric} has ${count.toLocaleString("en-US")} series, and nothing narrows them.`;
        const severity = count >= tooMany && !isReduced ? ("warning" as const) : ("hint" as const);
        return [{ severity, message, place: queryPlace(query) }];
      });
    }),
};
