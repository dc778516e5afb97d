import { dashboardPlace } from "../lint-places";
import type { LintRule } from "../lint-rule";

export const dashboardEditable: LintRule = {
  id: "dashboard-editable",
  title: "A shared dashboard is read-only in Grafana",
  severity: "hint",
  why: "What is installed from a library is changed in the library; an edit in Grafana is lost with the next release.",
  mixin: true,
  check: ({ document }) =>
    document.editable === false
      ? []
      : [
          {
            message: "The dashboard can be edited in Grafana.",
            place: dashboardPlace("editable"),
            fix: { label: "Make it read-only", edits: [{ path: ["editable"], value: false }] },
          },
        ],
};
