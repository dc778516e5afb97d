import type { SyntaxNode } from "@lezer/common";
import { nodesOf } from "@/lib/shared/promql/nodes";
import { unquote } from "@/lib/shared/promql/string-literal";
import { queryPlace } from "../lint-places";
import { editExpr } from "../lint-queries";
import type { LintRule } from "../lint-rule";

const special = /[\\^$.|?*+()[\]{}]/;

export const matcherRegex: LintRule = {
  id: "matcher-regex",
  title: "A plain value is compared, not matched",
  severity: "hint",
  why: "= says what is meant and lets Prometheus use its index.",
  check: ({ queries }) =>
    queries.flatMap((query) => {
      if (!query.tree) return [];
      const operators = nodesOf(query.tree, "UnquotedLabelMatcher", "QuotedLabelMatcher").flatMap(
        (matcher) => {
          const operator = matcher.getChild("MatchOp");
          const isRegex = operator?.getChild("EqlRegex") ?? operator?.getChild("NeqRegex");
          return operator && isRegex && isPlain(query.expr, matcher) ? [operator] : [];
        },
      );
      const [first] = operators;
      if (!first) return [];
      const changes = operators.map((operator) => ({
        from: operator.from,
        to: operator.to,
        text: operator.getChild("EqlRegex") ? "=" : "!=",
      }));
      const matcher = query.expr.slice(first.parent?.from, first.parent?.to);
      return [
        {
          message: `${matcher} matches one plain value.`,
          place: queryPlace(query),
          fix: { label: "Compare instead", edits: [editExpr(query, changes)] },
        },
      ];
    }),
};

function isPlain(expr: string, matcher: SyntaxNode): boolean {
  const literal = matcher.getChild("StringLiteral");
  const value = literal ? unquote(expr.slice(literal.from, literal.to)) : "";
  return value !== "" && !special.test(value);
}
