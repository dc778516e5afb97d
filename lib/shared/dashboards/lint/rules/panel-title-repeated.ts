import { panelPlace } from "../lint-places";
import type { LintRule } from "../lint-rule";
import { drawsData } from "../panel-kinds";

export const panelTitleRepeated: LintRule = {
  id: "panel-title-repeated",
  title: "No two panels of a row share a title",
  severity: "warning",
  why: "Two panels with one name cannot be told apart in talk, in links and in alerts.",
  check: ({ dashboard }) => {
    const first = new Map<string, number>();
    return dashboard.panels.flatMap((panel) => {
      if (!drawsData(panel) || panel.title.trim() === "" || panel.repeat) return [];
      const key = `${panel.rowId} ${panel.title.trim().toLowerCase()}`;
      const earlier = first.get(key);
      if (earlier === undefined) {
        first.set(key, panel.id);
        return [];
      }
      return [
        {
          message: `Panel ${earlier} of the same row is called "${panel.title}" too.`,
          place: panelPlace(panel, "title"),
        },
      ];
    });
  },
};
