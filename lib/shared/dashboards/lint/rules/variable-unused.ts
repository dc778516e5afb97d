import { variablePlace } from "../lint-places";
import type { LintRule } from "../lint-rule";
import { usedVariables } from "../used-variables";

export const variableUnused: LintRule = {
  id: "variable-unused",
  title: "Every variable is used",
  severity: "warning",
  why: "A choice that changes nothing misleads, and its query is asked on every opening.",
  check: ({ document, dashboard }) => {
    const used = usedVariables(document);
    return dashboard.variables
      .filter(({ name, type }) => type !== "adhoc" && !used.has(name))
      .map((variable) => ({
        message: `Nothing uses the variable ${variable.name}.`,
        place: variablePlace(variable),
        fix: { label: `Remove ${variable.name}`, edits: [{ path: variable.path, remove: true as const }] },
      }));
  },
};
