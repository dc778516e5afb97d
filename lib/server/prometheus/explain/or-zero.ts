import type { EmptyReason, Finding } from "@/lib/shared/promql/explain/explanation";
import { type ExpressionNode, nodesOf } from "@/lib/shared/promql/explain/expression-tree";

/** Series that need not be there: nothing of that kind has happened yet. */
const notYet = new Set<EmptyReason>(["value_unknown", "no_such_combination", "no_samples_in_range"]);
const arithmetic = new Set(["/", "*", "+", "-"]);

/** A share of what never happened is empty instead of 0: says how to have 0 there. */
export function orZero(finding: Finding, root: ExpressionNode, culprit: ExpressionNode): Finding {
  const whole = nodesOf(root).find(
    ({ kind, word, children }) => kind === "binary" && arithmetic.has(word) && children.every(isOneSeries),
  );
  const part = whole?.children.find((side) => nodesOf(side).includes(culprit));
  // A divisor of 0 helps nobody.
  const divides = whole?.word === "/" && whole.children[1] === part;
  if (!part || divides || !notYet.has(finding.reason)) return finding;
  const hint = "If that means 0, say so: `(... or vector(0))`.";
  const to = `(${part.text} or vector(0))`;
  return {
    ...finding,
    message: finding.fix ? finding.message : `${finding.message} ${hint}`,
    hints: finding.fix ? [hint] : [],
    fix: finding.fix ?? { kind: "replace", from: part.text, to, label: "Count it as 0" },
  };
}

function isOneSeries({ kind, modifier }: ExpressionNode): boolean {
  return kind === "aggregate" && modifier === "";
}
