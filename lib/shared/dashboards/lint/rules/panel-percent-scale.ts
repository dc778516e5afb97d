import type { SyntaxNode } from "@lezer/common";
import { bareNode, binaryOf, rootOf, textOf } from "@/lib/shared/promql/nodes";
import { queryPlace } from "../lint-places";
import type { LintQuery } from "../lint-queries";
import type { LintRule } from "../lint-rule";

export const panelPercentScale: LintRule = {
  id: "panel-percent-scale",
  title: "A share is multiplied by 100 once",
  severity: "warning",
  why: 'The unit "percent (0.0-1.0)" multiplies by itself: times 100 in the query shows 9,500 % for 95 %.',
  check: ({ queries }) =>
    queries.flatMap((query) => {
      const { panel, target } = query;
      if (panel?.fieldConfig.defaults.unit !== "percentunit" || target?.hidden || !timesHundred(query))
        return [];
      const path = [...panel.path, "fieldConfig", "defaults", "unit"];
      return [
        {
          message: "The query multiplies by 100, and so does the unit percentunit.",
          place: queryPlace(query),
          fix:
            panel.type === panel.storedType && panel.targets.length === 1
              ? { label: "Set the unit to percent", edits: [{ path, value: "percent" }] }
              : undefined,
        },
      ];
    }),
};

function timesHundred({ expr, tree }: LintQuery): boolean {
  const root = tree && rootOf(tree);
  const node = root && bareNode(root);
  const binary = node?.name === "BinaryExpr" ? binaryOf(expr, node) : null;
  const isHundred = (side: SyntaxNode) => /^100(\.0*)?$/.test(textOf(expr, bareNode(side)));
  return binary?.operator === "*" && (isHundred(binary.left) || isHundred(binary.right));
}
