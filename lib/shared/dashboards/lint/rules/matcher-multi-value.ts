import { nodesOf, textOf } from "@/lib/shared/promql/nodes";
import { queryPlace } from "../lint-places";
import { editExpr, type LintQuery } from "../lint-queries";
import type { LintRule, RuleFinding } from "../lint-rule";
import type { LintSubject } from "../lint-subject";

export const matcherMultiValue: LintRule = {
  id: "matcher-multi-value",
  title: "A variable of several values is matched as a pattern",
  severity: "warning",
  why: 'Two chosen values become "(a|b)", which = compares letter by letter: the panel is empty.',
  check: (subject) => {
    const several = new Map(
      subject.dashboard.variables
        .filter(({ multi, includeAll, type }) => (multi || includeAll) && type !== "datasource")
        .map(({ name, multi }) => [name, multi ? "several values" : "all values"]),
    );
    return several.size === 0 ? [] : subject.queries.flatMap((query) => findingsOf(query, several, subject));
  },
};

function findingsOf(
  query: LintQuery,
  several: ReadonlyMap<string, string>,
  { dashboard }: LintSubject,
): RuleFinding[] {
  const { expr, tree, panel } = query;
  if (!tree) return [];
  const row = dashboard.rows.find(({ id }) => id === panel?.rowId);
  const found = nodesOf(tree, "UnquotedLabelMatcher").flatMap((matcher) => {
    const operator = matcher.getChild("MatchOp");
    const compares = operator?.getChild("EqlSingle") ?? operator?.getChild("Neq");
    const value = textOf(expr, matcher.getChild("StringLiteral")).slice(1, -1);
    const name = /^(?:\$(\w+)|\$\{(\w+)\}|\[\[(\w+)\]\])$/.exec(value)?.slice(1).find(Boolean);
    if (!operator || !compares || !name || !several.has(name)) return [];
    // Repeated by the variable, a panel has one of its values at a time.
    return panel?.repeat === name || row?.repeat === name ? [] : [{ operator, name }];
  });
  const [first] = found;
  if (!first) return [];
  const changes = found.map(({ operator: { from, to } }) => ({
    from,
    to,
    text: expr.slice(from, to) === "=" ? "=~" : "!~",
  }));
  return [
    {
      message: `$${first.name} can stand for ${several.get(first.name)}, and ${textOf(expr, first.operator)} compares with one.`,
      place: queryPlace(query),
      fix: { label: "Match as a pattern", edits: [editExpr(query, changes)] },
    },
  ];
}
