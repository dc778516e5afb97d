import { dashboardPlace } from "../lint-places";
import type { LintRule } from "../lint-rule";

export const dashboardTitle: LintRule = {
  id: "dashboard-title",
  title: "The dashboard has a title",
  severity: "error",
  why: "Grafana refuses a dashboard without one, and nobody finds it.",
  check: ({ dashboard }) =>
    dashboard.title.trim() === ""
      ? [{ message: "The dashboard has no title.", place: dashboardPlace("title") }]
      : [],
};
