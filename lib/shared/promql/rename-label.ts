import type { SyntaxNode, Tree } from "@lezer/common";
import { argumentsOf, functionOf, nodesOf, textOf } from "./nodes";
import { plainString } from "./plain-string";
import type { TextChange } from "./text-change";

export interface LabelRename {
  from: string;
  to: string;
}

/** Which arguments of a function name labels. */
const labelArguments: Record<string, (index: number) => boolean> = {
  label_replace: (index) => index === 1 || index === 3,
  label_join: (index) => index === 1 || index >= 3,
  sort_by_label: (index) => index >= 1,
  sort_by_label_desc: (index) => index >= 1,
  count_values: (index) => index === 0,
};

/**
 * Where an expression names the label: in matchers, in `by`, `without`, `on`, `ignoring` and `group_left`, and in the arguments of
 * functions that make labels. `tree` may be parsed from a text of the same length in which variables are masked.
 */
export function renameLabel(expr: string, tree: Tree, { from, to }: LabelRename): TextChange[] {
  const bare = nodesOf(tree, "LabelName")
    .filter((node) => textOf(expr, node) === from)
    .map((node) => ({ from: node.from, to: node.to, text: to }));
  const quoted = nodesOf(tree, "QuotedLabelName").filter((node) => node.parent?.name !== "LabelMatchers");
  return [
    ...bare,
    ...quoted.flatMap((node) => inString(expr, node.getChild("StringLiteral"), { from, to })),
  ].concat(
    nodesOf(tree, "FunctionCall", "AggregateExpr").flatMap((call) => {
      const names = labelArguments[functionOf(expr, call)];
      if (!names) return [];
      return argumentsOf(call).flatMap((argument, index) =>
        argument.name === "StringLiteral" && names(index) ? inString(expr, argument, { from, to }) : [],
      );
    }),
  );
}

function inString(expr: string, literal: SyntaxNode | null, { from, to }: LabelRename): TextChange[] {
  return literal && plainString(textOf(expr, literal)) === from
    ? [{ from: literal.from + 1, to: literal.to - 1, text: to }]
    : [];
}
