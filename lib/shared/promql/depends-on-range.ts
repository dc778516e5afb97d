import type { SyntaxNode } from "@lezer/common";
import { metricOf, readSelector } from "./selector";

/** Their value, or their choice among equals, hangs on the range asked or on the order in which series are read. */
const aggregations = new Set(["Topk", "Bottomk", "LimitK", "LimitRatio"]);
/** Two series may become one by them; whether that is an error is decided over the whole range. */
const relabelling = new Set(["LabelReplace", "LabelJoin", "Info"]);
const rangeBounds = new Set(["AtStart", "AtEnd", "StartFn", "EndFn", "Start", "End", "Range"]);

/**
 * Whether a point may come out otherwise (or fail) when another stretch around it is asked. Errs on the side of yes.
 */
export function mayDependOnRange(expr: string, node: SyntaxNode): boolean {
  if (rangeBounds.has(node.name) || relabelling.has(node.name) || aggregations.has(node.name)) return true;
  if (node.name === "AggregateExpr" && hasComputedParameter(node)) return true;
  if (losesNames(node) && mayMixNames(expr, node)) return true;
  return childrenOf(node).some((child) => mayDependOnRange(expr, child));
}

/** Engines read the parameter at the first step, or at every one. */
function hasComputedParameter(node: SyntaxNode): boolean {
  const [first, second] = childrenOf(node.getChild("FunctionCallBody") ?? node);
  return second !== undefined && first?.name !== "NumberDurationLiteral" && first?.name !== "StringLiteral";
}

/** These drop the metric's name and then refuse series that look alike, though they may never meet at one time. */
function losesNames(node: SyntaxNode): boolean {
  if (node.name === "UnaryExpr") return true;
  if (node.name !== "FunctionCall") return false;
  return childrenOf(node.getChild("FunctionCallBody") ?? node).some((argument) => isRange(argument));
}

function isRange(node: SyntaxNode): boolean {
  if (node.name === "MatrixSelector" || node.name === "SubqueryExpr") return true;
  const wrappers = ["ParenExpr", "OffsetExpr", "StepInvariantExpr"];
  return wrappers.includes(node.name) && childrenOf(node).some(isRange);
}

function mayMixNames(expr: string, node: SyntaxNode): boolean {
  if (node.name === "VectorSelector") return metricOf(readSelector(expr, node)) === null;
  if (node.name === "Or") return true;
  // A quoted label may be spelled with escapes.
  if (node.name === "GroupingLabels") return /__name__|\\/.test(expr.slice(node.from, node.to));
  return childrenOf(node).some((child) => mayMixNames(expr, child));
}

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== "LineComment") children.push(child);
  }
  return children;
}
