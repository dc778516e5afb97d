import { dashboardPlace } from "../lint-places";
import type { LintRule } from "../lint-rule";

const mostWithoutRows = 15;

export const dashboardRows: LintRule = {
  id: "dashboard-rows",
  title: "Related panels stand in rows",
  severity: "hint",
  why: "Rows say what belongs together, and one that is folded asks nothing.",
  check: ({ dashboard: { panels, rows } }) =>
    panels.length > mostWithoutRows && rows.length === 0
      ? [{ message: `${panels.length} panels stand in no row.`, place: dashboardPlace("panels") }]
      : [],
};
