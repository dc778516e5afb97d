import { dashboardPlace } from "../lint-places";
import type { LintRule } from "../lint-rule";

export const dashboardTags: LintRule = {
  id: "dashboard-tags",
  title: "The dashboard has tags",
  severity: "hint",
  why: "Tags group dashboards across folders and feed the links between them.",
  check: ({ dashboard }) =>
    dashboard.tags.length === 0
      ? [{ message: "The dashboard has no tags.", place: dashboardPlace("tags") }]
      : [],
};
