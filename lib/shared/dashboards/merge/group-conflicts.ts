import { dashboardWord, panelWord, variableWord } from "@/lib/shared/dashboards/diff/change-words";
import { getAt } from "@/lib/shared/dashboards/edit/json-path";
import { listPanelPaths } from "@/lib/shared/dashboards/edit/panels";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import type { Conflict } from "./merge-value";

export interface ConflictGroup {
  /** The panel or variable that both changed, or the settings of the dashboard. */
  title: string;
  conflicts: { conflict: Conflict; what: string }[];
}

/** The conflicts as one talks about them: by panel and variable, each with what of it both changed. */
export function groupConflicts(
  conflicts: readonly Conflict[],
  documents: readonly DashboardDocument[],
): ConflictGroup[] {
  const titles = panelTitles(documents);
  const groups = new Map<string, ConflictGroup>();
  for (const conflict of conflicts) {
    const { title, what } = place(conflict.path, titles);
    const group = groups.get(title) ?? { title, conflicts: [] };
    group.conflicts.push({ conflict, what });
    groups.set(title, group);
  }
  return [...groups.values()];
}

function place(
  path: readonly string[],
  titles: ReadonlyMap<string, string>,
): { title: string; what: string } {
  const [list, key = "", name = ""] = path;
  if (list === "panels" && key.startsWith("#")) {
    return { title: `Panel ${titles.get(key) ?? key.slice(1)}`, what: panelPart(path.slice(2)) };
  }
  if (list === "templating" && name.startsWith("#")) {
    return {
      title: `Variable ${name.slice(1)}`,
      what: path.length > 3 ? variableWord(path.slice(3)) : "the whole variable",
    };
  }
  return { title: "Settings of the dashboard", what: dashboardWord(path) };
}

function panelPart(path: readonly string[]): string {
  return path.length === 0 ? "the whole panel" : panelWord(path);
}

function panelTitles(documents: readonly DashboardDocument[]): Map<string, string> {
  const titles = new Map<string, string>();
  for (const document of documents) {
    for (const path of listPanelPaths(document)) {
      const [id, title] = [getAt(document, [...path, "id"]), getAt(document, [...path, "title"])];
      const key = `#${String(id)}`;
      if (typeof title === "string" && title !== "" && !titles.has(key)) titles.set(key, title);
    }
  }
  return titles;
}
