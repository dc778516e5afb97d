import type { SyntaxNode } from "@lezer/common";
import { type Matcher, type MatchOperator, printMatcher } from "./matcher";
import { quote } from "./quote";
import { unquote } from "./string-literal";

/** A vector selector as written: `foo{a="b"}`, `{"foo.bar",a="b"}`, `{__name__=~"x"}`. */
export interface Selector {
  /** The name before the braces, null when there is none. */
  name: string | null;
  /** Names written as a quoted string inside the braces. */
  quotedNames: string[];
  matchers: Matcher[];
}

const operators: Record<string, MatchOperator> = {
  EqlSingle: "=",
  Neq: "!=",
  EqlRegex: "=~",
  NeqRegex: "!~",
};

export function readSelector(expr: string, node: SyntaxNode): Selector {
  const identifier = node.getChild("Identifier");
  const list = node.getChild("LabelMatchers");
  const selector: Selector = {
    name: identifier ? expr.slice(identifier.from, identifier.to) : null,
    quotedNames: [],
    matchers: [],
  };
  for (let child = list?.firstChild ?? null; child; child = child.nextSibling) {
    if (child.name === "QuotedLabelName") selector.quotedNames.push(readQuoted(expr, child));
    else if (child.name !== "LineComment") selector.matchers.push(readMatcher(expr, child));
  }
  return selector;
}

export function printSelector({ name, quotedNames, matchers }: Selector): string {
  const inside = [...quotedNames.map(quote), ...matchers.map(printMatcher)].join(",");
  if (name === null) return `{${inside}}`;
  return inside === "" ? name : `${name}{${inside}}`;
}

/** The metric a selector asks for, when it names exactly one. */
export function metricOf(selector: Selector): string | null {
  const named = selector.matchers.find((m) => m.label === "__name__" && m.operator === "=");
  return selector.name ?? selector.quotedNames[0] ?? named?.value ?? null;
}

function readMatcher(expr: string, node: SyntaxNode): Matcher {
  const plain = node.getChild("LabelName");
  const quoted = node.getChild("QuotedLabelName");
  const operator = operators[node.getChild("MatchOp")?.firstChild?.name ?? ""];
  const value = node.getChild("StringLiteral");
  if (!operator || !value || (!plain && !quoted)) throw new Error(`unexpected ${node.name} in a selector`);
  return {
    label: plain ? expr.slice(plain.from, plain.to) : quoted ? readQuoted(expr, quoted) : "",
    operator,
    value: unquote(expr.slice(value.from, value.to)),
  };
}

function readQuoted(expr: string, node: SyntaxNode): string {
  const literal = node.getChild("StringLiteral");
  return literal ? unquote(expr.slice(literal.from, literal.to)) : "";
}
