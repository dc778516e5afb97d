import { alertSeries } from "@/lib/shared/promql/alert-series";
import { nearestNames } from "@/lib/shared/promql/nearest-names";
import { nodesOf } from "@/lib/shared/promql/nodes";
import { metricOf, readSelector } from "@/lib/shared/promql/selector";
import { queryPlace } from "../lint-places";
import type { LintRule } from "../lint-rule";

export const metricUnknown: LintRule = {
  id: "metric-unknown",
  title: "The datasource has the metrics that are asked for",
  severity: "warning",
  why: "A metric that was renamed or never was leaves its panel empty.",
  check: ({ queries }) =>
    queries.flatMap((query) => {
      const { expr, tree, metrics } = query;
      const names = metrics?.names;
      if (!tree || !names || names.size === 0) return [];
      const asked = nodesOf(tree, "VectorSelector").map((node) => metricOf(readSelector(expr, node)));
      const unknown = [...new Set(asked)].filter(
        (name) => name !== null && !/[$[]/.test(name) && !names.has(name) && !alertSeries.has(name),
      );
      return unknown.map((name) => {
        const [nearest] = nearestNames(name ?? "", [...names], 1);
        const message = `The datasource has no metric ${name}.${nearest ? ` The nearest is ${nearest}.` : ""}`;
        return { message, place: queryPlace(query) };
      });
    }),
};
