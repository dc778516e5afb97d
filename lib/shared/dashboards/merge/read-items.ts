import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";

export const rootLists = ["panels", "rows"] as const;
export type RootList = (typeof rootLists)[number];

/** A panel, a row panel or an old row, apart from where it stands. */
export interface Item {
  /** What it is; the list of the panels in it is kept empty. */
  value: JsonObject;
  list: RootList;
  /** The index of the item in which it lies; null at the root. */
  parent: number | null;
}

/**
 * Every panel and row of the document in one list, so that a panel is the same wherever it stands; exporters write lists that
 * are empty as null. null for a document whose lists hold something else; that is then merged like any other value.
 */
export function readItems(document: DashboardDocument): Item[] | null {
  const items: Item[] = [];
  for (const list of rootLists) {
    if (document[list] === undefined || document[list] === null) continue;
    const entries = objectsOf(document[list]);
    if (!entries) return null;
    for (const entry of entries) {
      const inside = Object.hasOwn(entry, "panels") ? objectsOf(entry.panels) : null;
      const parent = items.length;
      items.push({ value: inside ? { ...entry, panels: [] } : entry, list, parent: null });
      for (const value of inside ?? []) items.push({ value, list, parent });
    }
  }
  return items;
}

function objectsOf(list: Json | undefined): JsonObject[] | null {
  return Array.isArray(list) && list.every(isJsonObject) ? list : null;
}
