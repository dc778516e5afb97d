import type { SyntaxNode } from "@lezer/common";
import { argumentsOf, bareNode, binaryOf, functionOf, rootOf, textOf } from "@/lib/shared/promql/nodes";
import { metricOf, readSelector } from "@/lib/shared/promql/selector";
import type { LintQuery } from "./lint-queries";

const keepsUnit =
  /^(sum|avg|min|max|quantile|stddev|topk|bottomk|(max|min|avg|last|quantile)_over_time|abs|ceil|floor|round|clamp\w*|sort\w*|increase|delta|idelta)$/;
const perSecond: Record<string, string> = { bytes: "Bps", short: "ops", s: "percentunit" };

/** The unit of what a query gives, where the names of its metrics tell it by Prometheus' naming; else null. */
export function resultUnit({ expr, tree }: Pick<LintQuery, "expr" | "tree">): string | null {
  const root = tree && rootOf(tree);
  return root ? unitOf(expr, root) : null;
}

function unitOf(expr: string, wrapped: SyntaxNode): string | null {
  const node = bareNode(wrapped);
  if (node.name === "VectorSelector") return unitOfMetric(metricOf(readSelector(expr, node)) ?? "");
  if (node.name === "MatrixSelector") {
    const selector = node.getChild("VectorSelector");
    return selector ? unitOf(expr, selector) : null;
  }
  if (node.name === "BinaryExpr") return unitOfComparison(expr, node);
  if (node.name !== "FunctionCall" && node.name !== "AggregateExpr") return null;
  const name = functionOf(expr, node);
  const inner = argumentsOf(node).at(-1);
  if (/^(count|group|count_values)$/.test(name)) return name === "count" ? "short" : null;
  const unit = inner ? unitOf(expr, inner) : null;
  if (unit === null) return null;
  if (name === "histogram_quantile") return /_bucket\b/.test(textOf(expr, inner)) ? unit : null;
  if (name === "rate" || name === "irate") return perSecond[unit] ?? null;
  return keepsUnit.test(name) ? unit : null;
}

/** `x > 0` keeps the numbers of x. */
function unitOfComparison(expr: string, node: SyntaxNode): string | null {
  const binary = binaryOf(expr, node);
  if (!binary || node.getChild("BoolModifier")) return null;
  const compares = /^(==|!=|>|<|>=|<=)$/.test(binary.operator);
  return compares && binary.right.name === "NumberDurationLiteral" ? unitOf(expr, binary.left) : null;
}

function unitOfMetric(metric: string): string | null {
  const isSum = /_sum$/.test(metric);
  const name = metric.replace(/_(total|bucket|sum)$/, "");
  if (/_timestamp(_seconds)?$/.test(name) || /(_count|_info|_created)$/.test(metric)) return null;
  if (/_seconds$/.test(name)) return isSum && !/_total$/.test(metric) ? null : "s";
  if (/_milliseconds$/.test(name)) return "ms";
  if (/_bytes$/.test(name)) return "bytes";
  if (/_ratio$/.test(name)) return "percentunit";
  if (/_percent$/.test(name)) return "percent";
  if (/_celsius$/.test(name)) return "celsius";
  return /_total$/.test(metric) && !/_(seconds|bytes|ratio|percent)_/.test(metric) ? "short" : null;
}
