import type { JsonPath } from "@/lib/shared/dashboards/edit/json-path";
import { dashboardPlace, panelPlace } from "./lint-places";
import type { LintPlace } from "./lint-rule";
import type { LintSubject } from "./lint-subject";

/** The place of a path: in the panel or variable that it leads through. */
export function findPanelPlace({ dashboard }: LintSubject, path: JsonPath): LintPlace {
  const starts = (owner: JsonPath) => owner.every((key, index) => path[index] === key);
  const panel = dashboard.panels.find((one) => starts(one.path));
  if (panel) return panelPlace(panel, ...path.slice(panel.path.length));
  const variable = dashboard.variables.find((one) => starts(one.path));
  return { ...dashboardPlace(...path), variable: variable?.name ?? null };
}
