import { panelPlace } from "../lint-places";
import type { LintRule } from "../lint-rule";
import { drawsData, isLibraryPanel } from "../panel-kinds";

export const panelNoTargets: LintRule = {
  id: "panel-no-targets",
  title: "Panels that show data ask for some",
  severity: "warning",
  why: "A panel without a query shows nothing, for ever.",
  check: ({ dashboard }) =>
    dashboard.panels
      .filter(
        (panel) =>
          drawsData(panel) &&
          !isLibraryPanel(panel) &&
          (panel.targets.length === 0 || panel.targets.every(({ hidden }) => hidden)),
      )
      .map((panel) => ({
        message:
          panel.targets.length === 0 ? "The panel has no query." : "All queries of the panel are hidden.",
        place: panelPlace(panel, "targets"),
      })),
};
