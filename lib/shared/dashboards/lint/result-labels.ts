import type { SyntaxNode } from "@lezer/common";
import { argumentsOf, bareNode, binaryOf, functionOf, groupingOf, textOf } from "@/lib/shared/promql/nodes";

type Labels = ReadonlySet<string> | null;

const keepsLabels = /^(abs|ceil|floor|round|clamp\w*|sort\w*|exp|ln|log2|log10|sqrt|sgn)$/;
const chooses = /^(topk|bottomk|limitk|limit_ratio)$/;

/** Every label that the result can have, where the expression alone tells; else null. */
export function resultLabels(expr: string, wrapped: SyntaxNode): Labels {
  const node = bareNode(wrapped);
  if (node.name === "AggregateExpr") return afterAggregation(expr, node);
  if (node.name === "FunctionCall") {
    const [first, second] = argumentsOf(node);
    const name = functionOf(expr, node);
    if (keepsLabels.test(name)) return first ? resultLabels(expr, first) : null;
    if (name !== "histogram_quantile" || !second) return null;
    const labels = resultLabels(expr, second);
    return labels && new Set([...labels].filter((label) => label !== "le"));
  }
  return node.name === "BinaryExpr" ? afterOperation(expr, node) : null;
}

function afterAggregation(expr: string, node: SyntaxNode): Labels {
  const { kind, labels } = groupingOf(expr, node);
  const name = functionOf(expr, node);
  const args = argumentsOf(node);
  if (chooses.test(name)) return args[1] ? resultLabels(expr, args[1]) : null;
  if (kind === "without" || labels.some((label) => /[$[]/.test(label))) return null;
  const counted = name === "count_values" ? [textOf(expr, args[0]).slice(1, -1)] : [];
  return new Set([...labels, ...counted]);
}

function afterOperation(expr: string, node: SyntaxNode): Labels {
  const binary = binaryOf(expr, node);
  if (!binary) return null;
  const { left, operator, right } = binary;
  if (isNumber(expr, right)) return resultLabels(expr, left);
  if (isNumber(expr, left)) return resultLabels(expr, right);
  if (/^(and|unless)$/i.test(operator)) return resultLabels(expr, left);
  if (node.getChild("MatchingModifierClause")) return null;
  const [a, b] = [resultLabels(expr, left), resultLabels(expr, right)];
  return a && b && new Set([...a, ...b]);
}

function isNumber(expr: string, side: SyntaxNode): boolean {
  const node = bareNode(side);
  if (node.name === "NumberDurationLiteral") return true;
  return node.name === "FunctionCall" && /^(scalar|time|pi)$/.test(functionOf(expr, node));
}
