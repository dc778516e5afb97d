import { rootOf } from "@/lib/shared/promql/nodes";
import { queryPlace } from "../lint-places";
import type { LintRule } from "../lint-rule";
import { resultLabels } from "../result-labels";

/** Of a legend; nobody reads more. */
const longest = 500;

export const legendLabel: LintRule = {
  id: "legend-label",
  title: "Legends name labels that the result has",
  severity: "warning",
  why: "A label that the query sums away is empty in the legend: all lines are called the same.",
  check: ({ queries }) =>
    queries.flatMap((query) => {
      const { expr, tree, target, panel } = query;
      const root = tree && rootOf(tree);
      if (!root || !target || target.hidden || target.format !== "time_series") return [];
      const named = target.legendFormat.slice(0, longest).matchAll(/\{\{([^{}]+)\}\}/g);
      const asked = [...named].flatMap(([, name = ""]) => name.trim() || []);
      const labels = asked.length === 0 ? null : resultLabels(expr, root);
      // A panel of one number shows no legend.
      if (labels?.size === 0 && (panel?.type === "stat" || panel?.type === "gauge")) return [];
      const lacking = labels ? [...new Set(asked)].filter((name) => !labels.has(name)) : [];
      if (lacking.length === 0) return [];
      const path = [...query.path.slice(0, -1), "legendFormat"];
      const message = `The legend names ${lacking.map((name) => `{{${name}}}`).join(", ")}, which the result does not have.`;
      return [{ message, place: { ...queryPlace(query), path } }];
    }),
};
