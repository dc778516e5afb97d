import { dashboardPlace, panelPlace } from "../lint-places";
import type { LintRule } from "../lint-rule";
import { drawsData, isLibraryPanel } from "../panel-kinds";

const fewest = 4;

export const panelDescription: LintRule = {
  id: "panel-description",
  title: "Panels that show data have a description",
  severity: "hint",
  why: "Who looks at night wants to know what is normal and what to do.",
  check: ({ dashboard }) => {
    const asked = dashboard.panels.filter((panel) => drawsData(panel) && !isLibraryPanel(panel));
    const silent = asked.filter(({ description }) => description.trim() === "");
    // Where most have none it is one thing to know, not thirty.
    if (silent.length >= fewest && silent.length * 2 > asked.length) {
      const message = `${silent.length} of ${asked.length} panels do not say what they tell.`;
      return [{ message, place: dashboardPlace("panels") }];
    }
    return silent.map((panel) => ({
      message: "Nothing says what this panel tells.",
      place: panelPlace(panel, "description"),
    }));
  },
};
