import type { DashboardDocument, GridPos } from "@/lib/shared/dashboards/reading-model";
import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";
import { getAt, type JsonPath } from "./json-path";
import { setInDocument } from "./set-in-document";

function panelLists(document: DashboardDocument): JsonPath[] {
  const lists: JsonPath[] = [];
  const panels = document.panels;
  if (Array.isArray(panels)) {
    lists.push(["panels"]);
    panels.forEach((panel, index) => {
      if (isJsonObject(panel) && Array.isArray(panel.panels)) lists.push(["panels", index, "panels"]);
    });
  }
  const rows = document.rows;
  if (Array.isArray(rows)) {
    rows.forEach((row, index) => {
      if (isJsonObject(row) && Array.isArray(row.panels)) lists.push(["rows", index, "panels"]);
    });
  }
  return lists;
}

/** Where every panel of the document stands, rows and the panels nested in them included. */
export function listPanelPaths(document: DashboardDocument): JsonPath[] {
  return panelLists(document).flatMap((list) => {
    const panels = getAt(document, list);
    return Array.isArray(panels) ? panels.map((_, index) => [...list, index]) : [];
  });
}

export function findPanelPath(document: DashboardDocument, panelId: number): JsonPath | null {
  return listPanelPaths(document).find((path) => getAt(document, [...path, "id"]) === panelId) ?? null;
}

/** One more than the highest panel id in use. */
export function nextPanelId(document: DashboardDocument): number {
  const ids = listPanelPaths(document).map((path) => getAt(document, [...path, "id"]));
  return ids.reduce<number>((most, id) => (typeof id === "number" ? Math.max(most, id) : most), 0) + 1;
}

/** Adds a panel behind all others; it gets a free id. */
export function addPanel(document: DashboardDocument, panel: JsonObject): DashboardDocument {
  const panels = Array.isArray(document.panels) ? document.panels : [];
  return setInDocument(document, ["panels"], [...panels, { ...panel, id: nextPanelId(document) }]);
}

export function replacePanel(
  document: DashboardDocument,
  panelPath: JsonPath,
  panel: JsonObject,
): DashboardDocument {
  return setInDocument(document, panelPath, panel);
}

export function removePanel(document: DashboardDocument, panelPath: JsonPath): DashboardDocument {
  return setInDocument(document, panelPath, undefined);
}

/** A copy of the panel right of it where there is room, else below; with a free id. */
export function duplicatePanel(document: DashboardDocument, panelPath: JsonPath): DashboardDocument {
  const panel = getAt(document, panelPath);
  const list = getAt(document, panelPath.slice(0, -1));
  if (!isJsonObject(panel) || !Array.isArray(list)) return document;
  const copy = { ...panel, id: nextPanelId(document), gridPos: besides(panel.gridPos) };
  const index = Number(panelPath.at(-1)) + 1;
  return setInDocument(document, panelPath.slice(0, -1), list.toSpliced(index, 0, copy));
}

function besides(gridPos: Json | undefined): Json {
  if (!isJsonObject(gridPos)) return { x: 0, y: 0, w: 12, h: 8 };
  const [x, y, w, h] = [gridPos.x, gridPos.y, gridPos.w, gridPos.h].map((value) => Number(value) || 0) as [
    number,
    number,
    number,
    number,
  ];
  return x + 2 * w <= 24 ? { ...gridPos, x: x + w } : { ...gridPos, y: y + h };
}

/** Moves and resizes panels; a panel whose place is the same keeps its very object. */
export function placePanels(
  document: DashboardDocument,
  places: { path: JsonPath; gridPos: GridPos }[],
): DashboardDocument {
  return places.reduce((current, { path, gridPos }) => {
    const before = getAt(current, [...path, "gridPos"]);
    const old = isJsonObject(before) ? before : {};
    if (old.x === gridPos.x && old.y === gridPos.y && old.w === gridPos.w && old.h === gridPos.h)
      return current;
    return setInDocument(current, [...path, "gridPos"], { ...old, ...gridPos });
  }, document);
}
