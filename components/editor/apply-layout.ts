import { arrangeGrid, type GridItem } from "@/lib/client/dashboards/arrange-grid";
import type { JsonPath } from "@/lib/shared/dashboards/edit/json-path";
import { placePanels } from "@/lib/shared/dashboards/edit/panels";
import { upgradeRows } from "@/lib/shared/dashboards/edit/rows";
import { readDashboard } from "@/lib/shared/dashboards/read-dashboard";
import type { DashboardDocument, GridPos, ReadDashboard } from "@/lib/shared/dashboards/reading-model";

export type Place = GridPos & { key: string };

/** As the grid shows a dashboard while it is edited: nothing repeated, rows as they are stored. */
export function arrangeForEditing(dashboard: ReadDashboard): { items: GridItem[]; height: number } {
  return arrangeGrid(dashboard, { valuesOf: () => [], isCollapsed: (_key, row) => row.collapsed });
}

export function placesOf(items: readonly GridItem[]): Place[] {
  return items.map((item) =>
    item.kind === "row"
      ? { key: item.key, x: 0, y: item.y, w: 24, h: 1 }
      : { key: item.key, ...item.gridPos },
  );
}

/**
 * Makes the document look like `wanted`. Only what moved is written; all places are, where the stored ones differ
 * from those drawn and the few would not do.
 */
export function applyLayout(document: DashboardDocument, wanted: readonly Place[]): DashboardDocument {
  const upgraded = upgradeRows(document);
  const { items } = arrangeForEditing(readDashboard(upgraded));
  const before = new Map(placesOf(items).map((place) => [place.key, place]));
  const changed = wanted.filter((place) => !isSamePlace(before.get(place.key), place));
  if (changed.length === 0) return document;
  const paths = new Map<string, JsonPath>(
    items.map((item) => [item.key, item.kind === "row" ? item.row.path : item.panel.path]),
  );
  const write = (places: readonly Place[]) =>
    placePanels(
      upgraded,
      places.flatMap(({ key, x, y, w, h }) => {
        const path = paths.get(key);
        return path ? [{ path, gridPos: { x, y, w, h } }] : [];
      }),
    );
  const sparing = write(changed);
  return looksLike(sparing, wanted) ? sparing : write(wanted);
}

function looksLike(document: DashboardDocument, wanted: readonly Place[]): boolean {
  const drawn = new Map(
    placesOf(arrangeForEditing(readDashboard(document)).items).map((place) => [place.key, place]),
  );
  return wanted.every((place) => isSamePlace(drawn.get(place.key), place));
}

function isSamePlace(a: Place | undefined, b: Place): boolean {
  return a !== undefined && a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;
}
