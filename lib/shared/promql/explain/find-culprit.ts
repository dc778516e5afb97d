import type { ExpressionNode } from "./expression-tree";

/** Whether a node has series anywhere in the range; null where that is not known. */
export type HasSeries = (node: ExpressionNode) => boolean | null;

/**
 * The node where the result gets lost: what it works on has series, it gives none. Follows what each operator does:
 * `or` is empty only with both sides, `absent` and `unless` are empty because a side is not.
 */
export function findCulprit(node: ExpressionNode, hasSeries: HasSeries): ExpressionNode {
  if (node.kind === "function" && node.word.startsWith("absent")) return node;
  const empty = (child: ExpressionNode | undefined) =>
    child !== undefined &&
    (child.gives === "vector" || child.gives === "range") &&
    hasSeries(child) === false;
  const [left, right] = node.children;
  if (node.kind === "binary" && (node.word === "or" || node.word === "unless")) {
    return left && empty(left) ? findCulprit(left, hasSeries) : node;
  }
  if (node.kind === "matrix") return left && empty(left) ? left : node;
  for (const child of node.kind === "binary" ? [left, right] : node.children) {
    if (child && empty(child)) return findCulprit(child, hasSeries);
  }
  return node;
}
