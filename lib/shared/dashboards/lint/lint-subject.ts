import { readDashboard } from "@/lib/shared/dashboards/read-dashboard";
import { readObjects, readString } from "@/lib/shared/dashboards/read-json";
import type { DashboardDocument, ReadDashboard } from "@/lib/shared/dashboards/reading-model";
import type { LintFacts } from "./lint-facts";
import { type LintQuery, queriesOf } from "./lint-queries";

/** A dashboard as the rules see it: read and parsed once. */
export interface LintSubject {
  document: DashboardDocument;
  dashboard: ReadDashboard;
  /** Every text in which PromQL stands. */
  queries: LintQuery[];
  /** Names that `$name` may mean: variables and the inputs of an export. */
  defined: ReadonlySet<string>;
  facts: LintFacts;
}

export function lintSubject(document: DashboardDocument, facts: LintFacts): LintSubject {
  const dashboard = readDashboard(document);
  const inputs = readObjects(document.__inputs).map((input) => readString(input.name));
  return {
    document,
    dashboard,
    queries: queriesOf(document, dashboard, facts),
    defined: new Set([...dashboard.variables.map(({ name }) => name), ...inputs]),
    facts,
  };
}
