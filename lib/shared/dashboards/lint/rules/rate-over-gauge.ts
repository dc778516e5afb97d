import { argumentsOf, bareNode, functionOf, nodesOf } from "@/lib/shared/promql/nodes";
import { metricOf, readSelector } from "@/lib/shared/promql/selector";
import { metricType } from "../lint-facts";
import { queryPlace } from "../lint-places";
import type { LintRule } from "../lint-rule";

export const rateOverGauge: LintRule = {
  id: "rate-over-gauge",
  title: "rate and increase are for counters",
  severity: "warning",
  why: "They take every fall for a restart and add it up: over a gauge that goes up and down they invent growth.",
  check: ({ queries }) =>
    queries.flatMap((query) => {
      const { expr, tree, metrics } = query;
      if (!tree || !metrics) return [];
      return nodesOf(tree, "FunctionCall").flatMap((call) => {
        const [argument] = argumentsOf(call);
        const name = functionOf(expr, call);
        const selector = argument && bareNode(argument).getChild("VectorSelector");
        if (!/^(rate|irate|increase)$/.test(name) || !selector) return [];
        const metric = metricOf(readSelector(expr, selector)) ?? "";
        if (metricType(metrics, metric) !== "gauge") return [];
        const instead = name === "increase" ? "delta" : "deriv";
        const message = `${metric} is a gauge; ${name}() takes each fall for a restart. ${instead}() does not.`;
        return [{ message, place: queryPlace(query) }];
      });
    }),
};
