import type { SyntaxNode } from "@lezer/common";
import { parsePromql } from "./parse";
import { metricOf, printSelector, readSelector, type Selector } from "./selector";

export type EmptyReason =
  | "not_empty"
  | "bad_data"
  | "unreachable"
  | "not_prometheus"
  | "metric_unknown"
  | "label_unknown"
  | "value_unknown"
  | "no_such_combination"
  | "tenant_matcher"
  | "target_down"
  | "no_samples_in_range"
  | "expression_empties_itself"
  | "unknown";

export interface EmptyExplanation {
  reason: EmptyReason;
  /** One sentence that names the cause, and what to do where that is known. */
  message: string;
  /** Names to try instead. */
  suggestions: string[];
}

export interface AskedSelector {
  selector: Selector;
  metric: string | null;
  text: string;
}

/** The different selectors of an expression, as written. */
export function askedSelectors(expr: string): AskedSelector[] {
  const found = new Map<string, AskedSelector>();
  parsePromql(expr).iterate({
    enter(node) {
      if (node.name !== "VectorSelector") return undefined;
      const selector = readSelector(expr, node.node);
      const text = printSelector(selector);
      found.set(text, { selector, metric: metricOf(selector), text });
      return false;
    },
  });
  return [...found.values()];
}

export interface SubExpression {
  text: string;
  /** What this node does with its parts, for the sentence; null for plain selectors, numbers and brackets. */
  does: { kind: "compare" | "match" | "rate" | "other"; word: string } | null;
}

const instantNodes = new Set(["AggregateExpr", "BinaryExpr", "FunctionCall", "UnaryExpr"]);

/** Parts that can be asked alone, the innermost first: the first empty one is where the result gets lost. */
export function subExpressions(expr: string): SubExpression[] {
  const found: (SubExpression & { size: number })[] = [];
  parsePromql(expr).iterate({
    enter(node) {
      if (!instantNodes.has(node.name)) return;
      found.push({
        text: expr.slice(node.from, node.to),
        does: roleOf(expr, node.node),
        size: node.to - node.from,
      });
    },
  });
  return found.sort((a, b) => a.size - b.size).map(({ text, does }) => ({ text, does }));
}

const comparing = new Set(["Eql", "Neq", "Gtr", "Gte", "Lss", "Lte"]);

function roleOf(expr: string, node: SyntaxNode): SubExpression["does"] {
  if (node.name === "FunctionCall") {
    const word = textOf(expr, node.getChild("FunctionIdentifier"));
    return { kind: /^(rate|irate|increase|delta|idelta|deriv)$/.test(word) ? "rate" : "other", word };
  }
  if (node.name !== "BinaryExpr") return null;
  const operator = node.firstChild?.nextSibling;
  const word = textOf(expr, operator ?? null);
  const right = node.lastChild?.name;
  const scalar = right === "NumberDurationLiteral" || node.firstChild?.name === "NumberDurationLiteral";
  return { kind: comparing.has(operator?.name ?? "") && scalar ? "compare" : "match", word };
}

function textOf(expr: string, node: SyntaxNode | null): string {
  return node ? expr.slice(node.from, node.to) : "";
}
