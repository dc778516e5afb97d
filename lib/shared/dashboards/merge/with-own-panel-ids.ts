import { isSameJson } from "@/lib/shared/dashboards/diff/leaf-changes";
import { getAt, setAt } from "@/lib/shared/dashboards/edit/json-path";
import { listPanelPaths, nextPanelId } from "@/lib/shared/dashboards/edit/panels";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import { isJsonObject, type Json } from "@/lib/shared/json";

/**
 * Two people who each add a panel give both the same next id: mine gets another, since they are not one panel. What shows the
 * data of my panel (`targets[].panelId`) follows it.
 */
export function withOwnPanelIds(
  base: DashboardDocument,
  mine: DashboardDocument,
  theirs: DashboardDocument,
): DashboardDocument {
  const [known, other] = [panelsById(base), panelsById(theirs)];
  let free = Math.max(nextPanelId(mine), nextPanelId(theirs));
  const renamed = new Map<Json, number>();
  let document = mine;
  for (const path of listPanelPaths(mine)) {
    const id = getAt(mine, [...path, "id"]);
    if (typeof id !== "number" || known.has(id) || !other.has(id)) continue;
    if (isSameJson(other.get(id), getAt(mine, path))) continue;
    document = changed(document, [...path, "id"], free);
    renamed.set(id, free++);
  }
  return renamed.size === 0 ? mine : followRenamed(document, renamed);
}

function panelsById(document: DashboardDocument): Map<number, Json | undefined> {
  const entries = listPanelPaths(document).map((path) => [
    getAt(document, [...path, "id"]),
    getAt(document, path),
  ]);
  return new Map(entries.flatMap(([id, panel]) => (typeof id === "number" ? [[id, panel]] : [])));
}

function followRenamed(document: DashboardDocument, renamed: ReadonlyMap<Json, number>): DashboardDocument {
  let current = document;
  for (const path of listPanelPaths(document)) {
    const targets = getAt(document, [...path, "targets"]);
    if (!Array.isArray(targets)) continue;
    targets.forEach((target, index) => {
      const now = isJsonObject(target) ? renamed.get(target.panelId ?? null) : undefined;
      if (now !== undefined) current = changed(current, [...path, "targets", index, "panelId"], now);
    });
  }
  return current;
}

function changed(document: DashboardDocument, path: (string | number)[], value: Json): DashboardDocument {
  const next = setAt(document, path, value);
  return isJsonObject(next) ? next : document;
}
