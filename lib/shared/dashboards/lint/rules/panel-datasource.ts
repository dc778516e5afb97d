import { asksPrometheus, datasourceTypes } from "@/lib/shared/dashboards/queries/asks-prometheus";
import type { DatasourceRef } from "@/lib/shared/dashboards/reading-model";
import { panelPlace } from "../lint-places";
import type { LintRule } from "../lint-rule";
import { drawsData, isLibraryPanel } from "../panel-kinds";
import { prometheusVariables } from "../prometheus-variables";
import { repointPanel } from "../repoint-panel";

export const panelDatasource: LintRule = {
  id: "panel-datasource",
  title: "Panels ask the datasource that the variable names",
  severity: "hint",
  why: "A panel with a fixed datasource stays behind when somebody chooses another, and breaks on another Grafana.",
  check: ({ document, dashboard }) => {
    const [variable] = prometheusVariables(dashboard);
    // Without the variable its own rule speaks.
    if (!variable) return [];
    const typeOf = datasourceTypes(document);
    const isFixed = (ref: DatasourceRef | null) =>
      ref?.uid !== undefined && !/[$[]|^-- /.test(ref.uid) && asksPrometheus(typeOf(ref));
    return dashboard.panels
      .filter((panel) => drawsData(panel) && !isLibraryPanel(panel) && isFixed(panel.datasource))
      .map((panel) => ({
        message: `It always asks "${panel.datasource?.uid}", whatever ${variable.name} says.`,
        place: panelPlace(panel, "datasource"),
        fix: {
          label: `Ask \${${variable.name}}`,
          edits: repointPanel(panel, variable.name, document.schemaVersion),
        },
      }));
  },
};
