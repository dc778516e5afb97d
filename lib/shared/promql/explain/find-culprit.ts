import type { ExpressionNode } from "./expression-tree";

/** Whether a node has series anywhere in the range; null where that is not known. */
export type HasSeries = (node: ExpressionNode) => boolean | null;

/**
 * The node where the result gets lost: what it works on has series, it gives none. Follows what each operator does:
 * `or` is empty only with both sides, `absent` and `unless` are empty because a side is not.
 */
export function findCulprit(node: ExpressionNode, hasSeries: HasSeries): ExpressionNode {
  if (isAbsent(node)) return node;
  const [left, right] = node.children;
  if (node.kind === "matrix") return left && isEmpty(left, hasSeries) ? left : node;
  if (node.kind === "binary" && (node.word === "or" || node.word === "unless")) {
    return left && isEmpty(left, hasSeries) ? findCulprit(left, hasSeries) : node;
  }
  const lost = (node.kind === "binary" ? [left, right] : node.children).find(
    (child) => child !== undefined && isEmpty(child, hasSeries),
  );
  return lost ? findCulprit(lost, hasSeries) : node;
}

/** As counted; where it was not, as follows from its parts. */
function isEmpty(node: ExpressionNode, hasSeries: HasSeries): boolean {
  if (node.gives !== "vector" && node.gives !== "range") return false;
  const known = hasSeries(node);
  if (known !== null) return !known;
  if (isAbsent(node) || node.kind === "selector") return false;
  const [left, right] = node.children;
  if (node.word === "unless") return left !== undefined && isEmpty(left, hasSeries);
  if (node.word === "or")
    return [left, right].every((side) => side !== undefined && isEmpty(side, hasSeries));
  return node.children.some((child) => isEmpty(child, hasSeries));
}

function isAbsent({ kind, word }: ExpressionNode): boolean {
  return kind === "function" && word.startsWith("absent");
}
