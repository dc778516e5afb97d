import type { SyntaxNode, Tree } from "@lezer/common";

/** All nodes of these kinds, in the order of the text. */
export function nodesOf(tree: Tree, ...names: string[]): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  tree.iterate({
    enter(node) {
      if (names.includes(node.name)) found.push(node.node);
    },
  });
  return found;
}

export function textOf(expr: string, node: SyntaxNode | null | undefined): string {
  return node ? expr.slice(node.from, node.to) : "";
}

/** What stands in the brackets of a function or an aggregation, comments left out. */
export function argumentsOf(call: SyntaxNode): SyntaxNode[] {
  return childrenOf(call.getChild("FunctionCallBody"));
}

export function functionOf(expr: string, call: SyntaxNode): string {
  return textOf(expr, call.getChild("FunctionIdentifier") ?? call.getChild("AggregateOp"));
}

const wrappers = new Set(["ParenExpr", "OffsetExpr", "StepInvariantExpr", "AnchoredExpr", "SmoothedExpr"]);

/** The expression inside brackets, `offset` and `@`. */
export function bareNode(node: SyntaxNode): SyntaxNode {
  let bare = node;
  while (wrappers.has(bare.name)) {
    const [inner] = childrenOf(bare);
    if (!inner) return bare;
    bare = inner;
  }
  return bare;
}

/** The nearest node above that is more than brackets, `offset` or `@`. */
export function userOf(node: SyntaxNode): SyntaxNode | null {
  let user = node.parent;
  while (user && (wrappers.has(user.name) || user.name === "FunctionCallBody")) user = user.parent;
  return user;
}

/** The expression of a whole text. */
export function rootOf(tree: Tree): SyntaxNode | null {
  return childrenOf(tree.topNode)[0] ?? null;
}

export interface Grouping {
  kind: "by" | "without" | "none";
  labels: string[];
}

/** `by (...)` or `without (...)` of an aggregation; quoted names without their quotes. */
export function groupingOf(expr: string, aggregation: SyntaxNode): Grouping {
  const modifier = aggregation.getChild("AggregateModifier");
  if (!modifier) return { kind: "none", labels: [] };
  const labels = childrenOf(modifier.getChild("GroupingLabels")).map((label) =>
    textOf(expr, label).replace(/^["'`]|["'`]$/g, ""),
  );
  return { kind: modifier.getChild("By") ? "by" : "without", labels };
}

/** Both sides and the operator of a binary expression. */
export function binaryOf(
  expr: string,
  node: SyntaxNode,
): { left: SyntaxNode; operator: string; right: SyntaxNode } | null {
  const children = childrenOf(node);
  const [left] = children;
  const right = children.at(-1);
  return left && right && children.length > 2 ? { left, operator: textOf(expr, children[1]), right } : null;
}

/** `5m` of `x[5m]` or of `x[5m:1m]`. */
export function rangeOf(node: SyntaxNode): SyntaxNode | null {
  return node.getChild("DurationExpr");
}

function childrenOf(node: SyntaxNode | null): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node?.firstChild ?? null; child; child = child.nextSibling) {
    if (child.name !== "LineComment") children.push(child);
  }
  return children;
}
