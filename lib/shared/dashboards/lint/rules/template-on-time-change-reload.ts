import { variablePlace } from "../lint-places";
import type { LintRule } from "../lint-rule";

export const templateOnTimeChangeReload: LintRule = {
  id: "template-on-time-change-reload",
  title: "Variables look for their values again when the range changes",
  severity: "hint",
  why: "What did not exist in the first range cannot be chosen in the next, and what is gone still can.",
  check: ({ dashboard }) =>
    dashboard.variables
      .filter(({ type, refresh }) => type === "query" && refresh !== 2)
      .map((variable) => ({
        severity: variable.refresh === 0 ? "warning" : "hint",
        message:
          variable.refresh === 0
            ? "It never looks for its values: the list is the one that was saved."
            : "It looks for its values on loading only.",
        place: variablePlace(variable, "refresh"),
        fix: {
          label: "Reload on time range change",
          edits: [{ path: [...variable.path, "refresh"], value: 2 }],
        },
      })),
};
