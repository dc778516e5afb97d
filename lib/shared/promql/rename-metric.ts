import type { SyntaxNode, Tree } from "@lezer/common";
import { nodesOf, textOf } from "./nodes";
import { plainString } from "./plain-string";
import type { TextChange } from "./text-change";

export interface MetricRename {
  from: string;
  to: string;
  /** Also the parts of a histogram, summary or counter: `_bucket`, `_sum`, `_count`, `_total`, `_created`. */
  family?: boolean;
}

const parts = ["_bucket", "_sum", "_count", "_total", "_created"];

/** Old names with the new ones. */
function namesOf({ from, to, family }: MetricRename): Map<string, string> {
  const suffixes = family ? ["", ...parts] : [""];
  return new Map(suffixes.map((suffix) => [from + suffix, to + suffix]));
}

/**
 * Where an expression names the metric: before the braces, quoted inside them, or in a matcher of `__name__`, alone or as one
 * of several. `tree` may be parsed from a text of the same length in which variables are masked.
 */
export function renameMetric(expr: string, tree: Tree, rename: MetricRename): TextChange[] {
  const names = namesOf(rename);
  return nodesOf(tree, "VectorSelector").flatMap((selector) => {
    const identifier = selector.getChild("Identifier");
    const list = selector.getChild("LabelMatchers");
    return [
      ...(identifier ? changeOf(identifier, names.get(textOf(expr, identifier))) : []),
      ...(list?.getChildren("QuotedLabelName") ?? []).flatMap((name) => inString(expr, name, names)),
      ...nameMatchers(expr, list).flatMap((matcher) => inMatcher(expr, matcher, names)),
    ];
  });
}

/** Whether a text that cannot be parsed names the metric all the same. */
export function mentionsMetric(text: string, rename: MetricRename): boolean {
  return [...namesOf(rename).keys()].some((name) => mentions(text, name));
}

export function mentions(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const [before, after] = [text[at - 1] ?? "", text[at + name.length] ?? ""];
    if (!/[\w:]/.test(before) && !/[\w:]/.test(after)) return true;
  }
  return false;
}

function nameMatchers(expr: string, list: SyntaxNode | null): SyntaxNode[] {
  return (list?.getChildren("UnquotedLabelMatcher") ?? []).filter(
    (matcher) => textOf(expr, matcher.getChild("LabelName")) === "__name__",
  );
}

function inMatcher(expr: string, matcher: SyntaxNode, names: ReadonlyMap<string, string>): TextChange[] {
  const operator = textOf(expr, matcher.getChild("MatchOp"));
  if (!operator.endsWith("~")) return inString(expr, matcher, names);
  const literal = matcher.getChild("StringLiteral");
  const value = plainString(textOf(expr, literal));
  // A list of names is renamed; of any other pattern nobody knows what it is meant to match.
  if (!literal || value === null || !/^\(?[\w:|]+\)?$/.test(value)) return [];
  const renamed = value.replace(/[\w:]+/g, (name) => names.get(name) ?? name);
  return renamed === value ? [] : [{ from: literal.from + 1, to: literal.to - 1, text: renamed }];
}

function inString(expr: string, holder: SyntaxNode, names: ReadonlyMap<string, string>): TextChange[] {
  const literal = holder.getChild("StringLiteral");
  const renamed = names.get(plainString(textOf(expr, literal)) ?? "");
  return literal && renamed !== undefined
    ? [{ from: literal.from + 1, to: literal.to - 1, text: renamed }]
    : [];
}

function changeOf({ from, to }: SyntaxNode, text: string | undefined): TextChange[] {
  return text === undefined ? [] : [{ from, to, text }];
}
