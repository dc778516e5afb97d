import type { SyntaxNode } from "@lezer/common";
import { bareNode, binaryOf, functionOf, nodesOf, rootOf, textOf } from "@/lib/shared/promql/nodes";
import { excerpt } from "../excerpt";
import { queryPlace } from "../lint-places";
import { editExpr, type LintQuery } from "../lint-queries";
import type { LintRule, RuleFinding } from "../lint-rule";

const singleValues = new Set(["stat", "gauge", "bargauge", "table"]);

export const divisionGuard: LintRule = {
  id: "division-guard",
  title: "What is divided by can be 0",
  severity: "hint",
  why: "While nothing happens every rate is 0, and 0 / 0 is NaN: the number on the wall reads NaN, and alerts on it never fire.",
  check: ({ queries }) => queries.flatMap(findingsOf),
};

function findingsOf(query: LintQuery): RuleFinding[] {
  const { expr, tree, panel, target } = query;
  const root = tree && rootOf(tree);
  if (!root || !panel || !singleValues.has(panel.type) || target?.hidden || isGuarded(expr, root)) return [];
  const found = nodesOf(tree, "BinaryExpr").flatMap((node) => {
    const binary = binaryOf(expr, node);
    return binary?.operator === "/" && canBeZero(expr, binary) ? [binary.right] : [];
  });
  const [first] = found;
  if (!first) return [];
  const changes = found.map((node) => {
    const bare = node.name === "ParenExpr" ? textOf(expr, node).slice(1, -1) : textOf(expr, node);
    return { from: node.from, to: node.to, text: `(${bare} > 0)` };
  });
  return [
    {
      message: `${excerpt(expr, first)} is 0 while nothing happens; the panel then shows NaN.`,
      place: queryPlace(query),
      fix: { label: "Divide only by more than 0", edits: [editExpr(query, changes)] },
    },
  ];
}

/** Divides by a rate, without a comparison, `or` or clamp_min around it; means (sum / count) are left alone. */
function canBeZero(expr: string, { left, right }: { left: SyntaxNode; right: SyntaxNode }): boolean {
  const bare = bareNode(right);
  const text = textOf(expr, bare);
  if (!/\b(rate|irate|increase)\s*\(/.test(text) || isGuarded(expr, bare)) return false;
  return !(/_sum\b/.test(textOf(expr, left)) && /_count\b/.test(text));
}

function isGuarded(expr: string, node: SyntaxNode): boolean {
  const bare = bareNode(node);
  if (bare.name === "BinaryExpr") {
    const operator = binaryOf(expr, bare)?.operator ?? "";
    return /^(or|and|unless|[<>]=?|[!=]=|\+)$/i.test(operator);
  }
  return bare.name === "FunctionCall" && /^clamp(_min)?$/.test(functionOf(expr, bare));
}
