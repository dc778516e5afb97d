import type { SyntaxNode } from "@lezer/common";
import { parsePromql } from "@/lib/shared/promql/parse";
import { metricOf, printSelector, readSelector, type Selector } from "@/lib/shared/promql/selector";

export type NodeKind =
  | "selector"
  | "matrix"
  | "subquery"
  | "function"
  | "aggregate"
  | "binary"
  | "unary"
  | "literal";

/** A part of an expression that can be asked alone; brackets are left out, `offset` and `@` belong to what they move. */
export interface ExpressionNode {
  /** Place in the order of reading, the root being 0. */
  id: number;
  depth: number;
  kind: NodeKind;
  text: string;
  /** Name of the function or aggregation, or the operator. */
  word: string;
  gives: "vector" | "range" | "scalar" | "string";
  children: ExpressionNode[];
  selector: Selector | null;
  /** `offset 1h`, `@ 0`: as written behind the selector, empty when there is none. */
  shift: string;
  /** `on (job) group_left`: as written behind a binary operator, `by (le)` of an aggregation. */
  modifier: string;
  /**
   * Where a matching clause or grouping goes, as written: from the operator up to the right side, or from the aggregation up
   * to its argument, and how that begins. Null for others.
   */
  seam: { between: string; start: string } | null;
  /** The window of a matrix selector or subquery, as written. */
  window: string;
}

const shifting = new Set(["OffsetExpr", "StepInvariantExpr", "AnchoredExpr", "SmoothedExpr"]);
const scalarFunctions = new Set(["scalar", "time", "pi", "step", "range", "start", "end"]);

/** The expression as nodes. Throws INVALID_INPUT for what is not PromQL. */
export function expressionTree(expr: string): ExpressionNode {
  const tree = parsePromql(expr);
  const top = childrenOf(tree.topNode)[0];
  if (!top) throw new Error("a parsed expression has a node");
  let next = 0;
  const read = (node: SyntaxNode, depth: number): ExpressionNode => {
    const { core, shift } = unwrap(expr, node);
    const id = next++;
    const own = (part: SyntaxNode) => read(part, depth + 1);
    return { ...readCore(expr, core, shift, own), id, depth };
  };
  return read(top, 0);
}

/** All nodes, each before its children. */
export function nodesOf(root: ExpressionNode): ExpressionNode[] {
  return [root, ...root.children.flatMap(nodesOf)];
}

export function metricOfNode(node: ExpressionNode): string | null {
  return node.selector === null ? null : metricOf(node.selector);
}

function unwrap(expr: string, node: SyntaxNode): { core: SyntaxNode; shift: string } {
  const inner = childrenOf(node)[0];
  if (!inner) return { core: node, shift: "" };
  if (node.name === "ParenExpr") return unwrap(expr, inner);
  if (!shifting.has(node.name)) return { core: node, shift: "" };
  const below = unwrap(expr, inner);
  return { core: below.core, shift: `${below.shift} ${expr.slice(inner.to, node.to).trim()}`.trim() };
}

type CoreNode = Omit<ExpressionNode, "id" | "depth">;

function readCore(
  expr: string,
  node: SyntaxNode,
  shift: string,
  read: (node: SyntaxNode) => ExpressionNode,
): CoreNode {
  const text = withShift(expr.slice(node.from, node.to), shift);
  const plain: CoreNode = {
    kind: "literal",
    text,
    word: "",
    gives: "scalar",
    children: [],
    selector: null,
    shift,
    modifier: "",
    seam: null,
    window: "",
  };
  const parts = childrenOf(node);
  switch (node.name) {
    case "VectorSelector": {
      const selector = readSelector(expr, node);
      return {
        ...plain,
        kind: "selector",
        gives: "vector",
        selector,
        text: withShift(printSelector(selector), shift),
      };
    }
    case "MatrixSelector": {
      const [held] = parts;
      const window = sliceOf(expr, node.getChild("DurationExpr"));
      const inner = held ? read(held) : null;
      // Prometheus refuses it; VictoriaMetrics takes it for a subquery.
      if (!inner?.selector)
        return { ...plain, kind: "subquery", gives: "range", children: inner ? [inner] : [], window };
      const child = { ...inner, shift, text: withShift(inner.text, shift) };
      return {
        ...plain,
        kind: "matrix",
        gives: "range",
        children: [child],
        window,
        selector: inner.selector,
      };
    }
    case "SubqueryExpr": {
      const [inner] = parts;
      const window = sliceOf(expr, node.getChild("DurationExpr"));
      return { ...plain, kind: "subquery", gives: "range", children: inner ? [read(inner)] : [], window };
    }
    case "FunctionCall":
      return readCall(plain, sliceOf(expr, node.getChild("FunctionIdentifier")), argumentsOf(node).map(read));
    case "AggregateExpr":
      return {
        ...plain,
        kind: "aggregate",
        word: sliceOf(expr, node.getChild("AggregateOp")).toLowerCase(),
        gives: "vector",
        children: argumentsOf(node).map(read),
        modifier: sliceOf(expr, node.getChild("AggregateModifier")),
        seam: seamOf(expr, node, argumentsOf(node)[0]),
      };
    case "BinaryExpr":
      return readBinary(expr, plain, parts, read);
    case "UnaryExpr": {
      const inner = parts.at(-1);
      const child = inner ? read(inner) : null;
      return {
        ...plain,
        kind: "unary",
        word: "-",
        gives: child?.gives ?? "scalar",
        children: child ? [child] : [],
      };
    }
    default:
      return node.name === "StringLiteral" ? { ...plain, gives: "string" } : plain;
  }
}

function readCall(plain: CoreNode, word: string, children: ExpressionNode[]): CoreNode {
  return {
    ...plain,
    kind: "function",
    word,
    gives: scalarFunctions.has(word) ? "scalar" : "vector",
    children,
  };
}

function readBinary(
  expr: string,
  plain: CoreNode,
  parts: SyntaxNode[],
  read: (node: SyntaxNode) => ExpressionNode,
): CoreNode {
  const [left, operator] = parts;
  const right = parts.at(-1);
  if (!left || !operator || !right) throw new Error("a binary expression has two sides");
  const children = [read(left), read(right)];
  const gives = children.every((child) => child.gives === "scalar") ? "scalar" : "vector";
  const modifier = clausesBetween(expr, operator, right);
  const word = sliceOf(expr, operator).toLowerCase();
  const seam = seamOf(expr, operator, right);
  return { ...plain, kind: "binary", word, gives, children, modifier, seam };
}

const beginning = /^[\s(]*[\w:]+(?:[\s(]+[\w:]+)*/;

function seamOf(expr: string, from: SyntaxNode, to: SyntaxNode | undefined): ExpressionNode["seam"] {
  const start = to && beginning.exec(expr.slice(to.from, to.to))?.[0];
  return to && start !== undefined ? { between: expr.slice(from.from, to.from), start } : null;
}

/** `bool` and matching clauses are nodes of their own between operator and right side. */
function clausesBetween(expr: string, operator: SyntaxNode, right: SyntaxNode): string {
  const clauses: string[] = [];
  for (let node = operator.nextSibling; node && node.from < right.from; node = node.nextSibling) {
    if (node.name !== "BoolModifier" && node.name !== "LineComment") clauses.push(sliceOf(expr, node));
  }
  return clauses.join(" ");
}

function argumentsOf(node: SyntaxNode): SyntaxNode[] {
  const body = node.getChild("FunctionCallBody");
  return body ? childrenOf(body) : [];
}

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== "LineComment") children.push(child);
  }
  return children;
}

function sliceOf(expr: string, node: SyntaxNode | null): string {
  return node ? expr.slice(node.from, node.to) : "";
}

function withShift(text: string, shift: string): string {
  return shift === "" ? text : `${text} ${shift}`;
}
