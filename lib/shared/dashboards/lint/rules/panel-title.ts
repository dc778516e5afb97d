import { panelPlace } from "../lint-places";
import type { LintRule } from "../lint-rule";
import { drawsData, isLibraryPanel } from "../panel-kinds";

export const panelTitle: LintRule = {
  id: "panel-title",
  title: "Panels that show data have a title",
  severity: "warning",
  why: "Without a title a screenshot, an alert or a link says nothing.",
  check: ({ dashboard }) =>
    dashboard.panels
      .filter((panel) => drawsData(panel) && panel.title.trim() === "" && !isLibraryPanel(panel))
      .map((panel) => ({ message: `This ${panel.type} has no title.`, place: panelPlace(panel, "title") })),
};
