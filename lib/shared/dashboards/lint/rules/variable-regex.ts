import { variablePlace } from "../lint-places";
import type { LintRule } from "../lint-rule";

export const variableRegex: LintRule = {
  id: "variable-regex",
  title: "The filter of a variable is a regular expression",
  severity: "warning",
  why: "Grafana drops all values when it cannot read the filter.",
  check: ({ dashboard }) =>
    dashboard.variables
      .filter(({ regex }) => regex !== "" && !/[$[]\{?\w+/.test(regex) && !isRegex(regex))
      .map((variable) => ({
        message: `"${variable.regex}" is no regular expression.`,
        place: variablePlace(variable, "regex"),
      })),
};

/** Written bare, or between slashes with flags. */
function isRegex(text: string): boolean {
  const written = /^\/([\s\S]*)\/([dgimsuvy]*)$/.exec(text);
  try {
    new RegExp(written?.[1] ?? `^${text}$`, written?.[2] ?? "");
    return true;
  } catch {
    return false;
  }
}
