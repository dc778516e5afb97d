import { upgradePanel } from "@/lib/shared/dashboards/edit/upgrade-panel";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { dashboardPlace, panelPlace } from "../lint-places";
import type { LintRule } from "../lint-rule";

const oldTypes = new Set(["graph", "singlestat", "grafana-singlestat-panel", "table-old"]);
const fewest = 4;

export const panelOldType: LintRule = {
  id: "panel-old-type",
  title: "Panels are of a type that today's Grafana draws",
  severity: "hint",
  why: "Grafana 11 draws no Angular panels: graph, singlestat and the old table are converted by chance or shown as missing.",
  check: ({ dashboard }) => {
    const old = dashboard.panels.filter(
      ({ storedType, type }) => oldTypes.has(storedType) && type !== storedType,
    );
    if (old.length >= fewest) {
      const types = [...new Set(old.map(({ storedType }) => storedType))].join(", ");
      return [
        {
          message: `${old.length} panels are of before Grafana 8: ${types}.`,
          place: dashboardPlace("panels"),
          fix: { label: `Upgrade ${old.length} panels`, edits: old.map(upgrade) },
        },
      ];
    }
    return old.map((panel) => ({
      message: `"${panel.storedType}" is of before Grafana 8; today it is "${panel.type}".`,
      place: panelPlace(panel, "type"),
      fix: { label: `Upgrade to ${panel.type}`, edits: [upgrade(panel)] },
    }));
  },
};

function upgrade(panel: ReadPanel) {
  return { path: panel.path, value: upgradePanel(panel) };
}
