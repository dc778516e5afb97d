import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { panelPlace } from "../lint-places";
import type { LintRule } from "../lint-rule";

export const panelOverlap: LintRule = {
  id: "panel-overlap",
  title: "Panels do not lie over each other",
  severity: "warning",
  why: "Grafana pushes one of them down on opening, so the page looks otherwise than it was laid out.",
  check: ({ dashboard: { panels, rows } }) => {
    const folded = new Set(rows.filter(({ collapsed }) => collapsed).map(({ id }) => id));
    // The positions inside a folded row count only among themselves.
    const groups = Map.groupBy(panels, ({ rowId }) => (rowId !== null && folded.has(rowId) ? rowId : null));
    return [...groups.values()].flatMap((group) =>
      overlaps(group).map(([panel, other]) => ({
        message: `It lies over "${other.title || other.type}" (panel ${other.id}).`,
        place: panelPlace(panel, "gridPos"),
      })),
    );
  },
};

/** Each panel that lies over an earlier one, with that one; sorted from the top, so few pairs are compared. */
function overlaps(panels: readonly ReadPanel[]): [ReadPanel, ReadPanel][] {
  const sorted = panels.toSorted((a, b) => a.gridPos.y - b.gridPos.y);
  const found: [ReadPanel, ReadPanel][] = [];
  let open: ReadPanel[] = [];
  for (const panel of sorted) {
    const { x, y, w } = panel.gridPos;
    open = open.filter((other) => other.gridPos.y + other.gridPos.h > y);
    const under = open.find((other) => other.gridPos.x < x + w && x < other.gridPos.x + other.gridPos.w);
    if (under) found.push([panel, under]);
    open.push(panel);
  }
  return found;
}
