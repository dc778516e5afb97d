import { nodesOf } from "@/lib/shared/promql/nodes";
import { readSelector } from "@/lib/shared/promql/selector";
import { excerpt } from "./excerpt";
import { queryPlace } from "./lint-places";
import type { RuleFinding } from "./lint-rule";
import type { LintSubject } from "./lint-subject";

/** The panels' selectors without `label=~"$label"`, one finding a query. */
export function missingMatchers({ queries }: LintSubject, label: string): RuleFinding[] {
  const value = new RegExp(`^\\$(${label}|\\{${label}(:\\w+)?\\})$`);
  return queries.flatMap((query) => {
    if (query.kind !== "target" || !query.tree) return [];
    const lacking = nodesOf(query.tree, "VectorSelector").filter(
      (node) =>
        !readSelector(query.expr, node).matchers.some(
          (matcher) => matcher.label === label && matcher.operator === "=~" && value.test(matcher.value),
        ),
    );
    if (lacking.length === 0) return [];
    const message = `${excerpt(query.expr, lacking[0])} has no matcher ${label}=~"$${label}".`;
    return [{ message, place: queryPlace(query) }];
  });
}
