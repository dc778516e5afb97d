import { nodesOf, textOf } from "@/lib/shared/promql/nodes";
import { queryPlace } from "../lint-places";
import { editExpr } from "../lint-queries";
import type { LintRule } from "../lint-rule";
import { plainForm } from "../plain-form";

/** Only texts without variables can equal a rule. */
const hasVariable = /\$\{?\w+|\[\[\w+/;

export const recordingRule: LintRule = {
  id: "recording-rule",
  title: "What is recorded already is not computed again",
  severity: "hint",
  why: "The recorded series holds the same numbers, computed once instead of on every refresh of everybody.",
  check: ({ queries }) =>
    queries.flatMap((query) => {
      const { expr, tree, metrics } = query;
      if (!tree || !metrics || metrics.recordings.length === 0 || hasVariable.test(expr)) return [];
      const recorded = new Map(metrics.recordings.map(({ name, expr: rule }) => [plainForm(rule), name]));
      for (const node of nodesOf(tree, "AggregateExpr", "FunctionCall", "BinaryExpr")) {
        const name = recorded.get(plainForm(textOf(expr, node)));
        if (name === undefined) continue;
        const edit = editExpr(query, [{ from: node.from, to: node.to, text: name }]);
        const message = `A rule records this already, as ${name}.`;
        return [{ message, place: queryPlace(query), fix: { label: `Use ${name}`, edits: [edit] } }];
      }
      return [];
    }),
};
