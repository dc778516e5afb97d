import type { DashboardDiff } from "./dashboard-diff";
import type { Publication } from "./publication";
import type { ItemResult, PlanAction, PlanItem } from "./publish-plan";

export const actionWords: Record<PlanAction, string> = {
  create: "Create",
  update: "Update",
  "no-change": "No change",
  drifted: "Drifted",
  conflict: "Conflict",
  refused: "Refused",
};

export const resultWords: Record<ItemResult["state"], string> = {
  waiting: "Waiting",
  written: "Published",
  unchanged: "Already there",
  skipped: "Skipped",
  failed: "Failed",
};

export type Resolution = "overwrite" | "skip";

/** Whether applying will write this item, as things are decided now. */
export function willWrite(
  item: Pick<PlanItem, "uid" | "action" | "resolvable">,
  resolve: Record<string, Resolution>,
): boolean {
  if (resolve[item.uid] === "skip") return false;
  if (item.action === "create" || item.action === "update") return true;
  return item.resolvable && resolve[item.uid] === "overwrite";
}

export function countDashboards(count: number): string {
  return count === 1 ? "1 dashboard" : `${count} dashboards`;
}

/** One word or two on how a published dashboard stands. */
export function publicationWord({ drift, versionsBehind }: Publication): {
  word: string;
  tone: "ok" | "warn" | "error" | "dim";
} {
  if (drift?.state === "deleted") return { word: "Deleted in Grafana", tone: "error" };
  if (drift?.state === "changed") return { word: "Changed in Grafana", tone: "warn" };
  if (drift?.state === "unknown") return { word: "Not reachable", tone: "dim" };
  if (versionsBehind === null) return { word: "Deleted here", tone: "dim" };
  if (versionsBehind > 0) {
    return {
      word: versionsBehind === 1 ? "1 version behind" : `${versionsBehind} versions behind`,
      tone: "warn",
    };
  }
  return { word: "Up to date", tone: "ok" };
}

/** The diff in one line: "9 panels and 3 rows added, 2 settings". */
export function diffSummary({ settings, panels, omitted }: DashboardDiff): string {
  const words = (["changed", "added", "removed", "moved"] as const).flatMap((change) => {
    const some = panels.filter((panel) => panel.change === change);
    const rows = some.filter(({ isRow }) => isRow).length;
    const parts = [counted(some.length - rows, "panel"), counted(rows, "row")].filter(
      (part) => part !== null,
    );
    return parts.length > 0 ? [`${parts.join(" and ")} ${change}`] : [];
  });
  if (settings.length > 0) words.push(settings.length === 1 ? "1 setting" : `${settings.length} settings`);
  if (omitted > 0) words.push(`${omitted} more`);
  return words.join(", ");
}

function counted(count: number, noun: string): string | null {
  if (count === 0) return null;
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
