import { getAt } from "@/lib/shared/dashboards/edit/json-path";
import { readObject, readString } from "@/lib/shared/dashboards/read-json";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { panelPlace } from "../lint-places";
import type { LintRule, RuleFinding } from "../lint-rule";
import { isLibraryPanel } from "../panel-kinds";

const coloured = new Set(["stat", "gauge", "bargauge"]);
const shownAs = /^(line|area|line\+area|dashed|dashed\+area)$/;
const percentages = new Set(["percent", "percentunit", "humidity"]);

export const panelThresholds: LintRule = {
  id: "panel-thresholds",
  title: "Thresholds can be met and mean something",
  severity: "warning",
  why: "Colour means state: a threshold nobody chose calls for help at random, and one that cannot be met never does.",
  check: ({ dashboard }) =>
    dashboard.panels.flatMap((panel): RuleFinding[] => {
      const problem = isLibraryPanel(panel) ? null : problemOf(panel);
      const place = panelPlace(panel, "fieldConfig", "defaults", "thresholds");
      return problem === null ? [] : [{ message: problem, place }];
    }),
};

function problemOf(panel: ReadPanel): string | null {
  const { thresholds, unit = "", max } = panel.fieldConfig.defaults;
  const values = (thresholds?.steps ?? []).slice(1).map(({ value }) => value);
  if (values.length === 0 || thresholds?.mode === "percentage" || !showsThresholds(panel)) return null;
  if (values.some((value, index) => index > 0 && value <= (values[index - 1] ?? value)))
    return `The thresholds ${values.join(", ")} do not rise, so some are never met.`;
  if (unit === "percentunit" && max === undefined && values.every((value) => value > 5))
    return `A share is between 0 and 1: the threshold ${values[0]} is never met.`;
  return isUntouched(panel, values) && !percentages.has(unit)
    ? "It turns red at 80, which Grafana sets on every new panel; nobody chose it for these numbers."
    : null;
}

/** Grafana's own first thresholds, where their colour shows. */
function isUntouched(panel: ReadPanel, values: readonly number[]): boolean {
  const { thresholds, mappings = [] } = panel.fieldConfig.defaults;
  const stored = getAt(panel.raw, ["fieldConfig", "defaults", "thresholds", "steps"]);
  if (panel.type !== panel.storedType || !coloured.has(panel.type) || !Array.isArray(stored)) return false;
  if (values.length !== 1 || values[0] !== 80 || thresholds?.steps[1]?.color !== "red") return false;
  return mappings.length === 0;
}

/** Everywhere else the thresholds of a panel are not to be seen. */
function showsThresholds(panel: ReadPanel): boolean {
  const { color, custom } = panel.fieldConfig.defaults;
  if (panel.type === "timeseries") {
    return shownAs.test(readString(readObject(custom.thresholdsStyle).mode)) || color?.mode === "thresholds";
  }
  if (!coloured.has(panel.type) || (color && color.mode !== "thresholds")) return false;
  return !(panel.type === "stat" && panel.options.colorMode === "none");
}
