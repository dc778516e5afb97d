import { dashboardPlace, variablePlace } from "./lint-places";
import type { RuleFinding } from "./lint-rule";
import type { LintSubject } from "./lint-subject";

/** What keeps a variable from choosing the values of a label: it is missing, or takes only one value. */
export function missingTemplate({ dashboard, queries }: LintSubject, label: string): RuleFinding[] {
  if (queries.length === 0) return [];
  const variable = dashboard.variables.find(({ name }) => name === label);
  if (!variable) {
    const place = dashboardPlace("templating", "list");
    return [{ message: `There is no variable "${label}".`, place }];
  }
  const faults = [
    variable.type === "query" ? "" : "asks no query for its values",
    variable.multi ? "" : "takes one value only",
    variable.allValue === ".+" ? "" : 'has no ".+" for all values',
  ].filter((fault) => fault !== "");
  if (faults.length === 0) return [];
  return [{ message: `The variable "${label}" ${faults.join(", ")}.`, place: variablePlace(variable) }];
}
