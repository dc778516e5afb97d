import { readDashboard } from "@/lib/shared/dashboards/read-dashboard";
import { readArray, readObjects } from "@/lib/shared/dashboards/read-json";
import type { DashboardDocument, ReadRow } from "@/lib/shared/dashboards/reading-model";
import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";
import { getAt, type JsonPath } from "./json-path";
import { setInDocument } from "./set-in-document";

/** True for the layout of before Grafana 5: panels inside rows, placed by their width alone. */
export function hasOldRows(document: DashboardDocument): boolean {
  const panels = readArray(document.panels);
  return panels.length === 0 && Array.isArray(document.rows) && document.rows.length > 0;
}

/** Collapses a row around its panels, or lets them out below it, as Grafana stores both. */
export function setRowCollapsed(
  document: DashboardDocument,
  rowPath: JsonPath,
  collapsed: boolean,
): DashboardDocument {
  if (rowPath[0] === "rows") return setInDocument(document, [...rowPath, "collapse"], collapsed);
  return collapsed ? collapse(document, rowPath) : expand(document, rowPath);
}

function collapse(document: DashboardDocument, rowPath: JsonPath): DashboardDocument {
  const row = findRow(document, rowPath);
  const raw = getAt(document, rowPath);
  if (!row || !isJsonObject(raw)) return document;
  const members = membersOf(document, row);
  const kept = readArray(raw.panels);
  const collapsed = { ...raw, collapsed: true, panels: [...kept, ...members.map(({ panel }) => panel)] };
  const inside = new Set(members.map(({ index }) => index));
  const panels = readArray(document.panels).flatMap((panel, index) => {
    if (index === rowPath[1]) return [collapsed];
    return inside.has(index) ? [] : [panel];
  });
  return { ...document, panels };
}

function expand(document: DashboardDocument, rowPath: JsonPath): DashboardDocument {
  const raw = getAt(document, rowPath);
  if (!isJsonObject(raw)) return document;
  const rowY = numberAt(raw, "y");
  const inside = readObjects(raw.panels);
  const shift = rowY + 1 - Math.min(...inside.map((panel) => numberAt(panel, "y")), Number.POSITIVE_INFINITY);
  const placed = inside.map((panel) => moved(panel, Number.isFinite(shift) ? shift : 0));
  const bottom = Math.max(rowY + 1, ...placed.map((panel) => numberAt(panel, "y") + numberAt(panel, "h")));
  const others = readArray(document.panels).map((panel, index) => {
    if (index === rowPath[1]) return [{ ...raw, collapsed: false, panels: [] }, ...placed];
    return [panel];
  });
  const down = bottom - Math.min(bottom, ...ysBelow(document, rowY));
  const below = (panel: Json) =>
    isJsonObject(panel) && !placed.includes(panel) && numberAt(panel, "y") > rowY && down > 0
      ? moved(panel, down)
      : panel;
  return { ...document, panels: others.flat().map(below) };
}

/** Takes a row's head away; its panels stay where they are, or go with it. */
export function removeRow(
  document: DashboardDocument,
  rowPath: JsonPath,
  withPanels: boolean,
): DashboardDocument {
  const row = findRow(document, rowPath);
  if (!row) return document;
  if (rowPath[0] === "rows") {
    const rows = readArray(document.rows);
    const hidden = setInDocument(document, [...rowPath, "showTitle"], false);
    return withPanels ? { ...document, rows: rows.filter((_, index) => index !== rowPath[1]) } : hidden;
  }
  const opened = row.collapsed && !withPanels ? expand(document, rowPath) : document;
  const gone = new Set<number>([Number(rowPath[1])]);
  if (withPanels) for (const { index } of membersOf(document, row)) gone.add(index);
  return { ...opened, panels: readArray(opened.panels).filter((_, index) => !gone.has(index)) };
}

/** Turns the rows of before Grafana 5 into today's grid, every panel where it is drawn. */
export function upgradeRows(document: DashboardDocument): DashboardDocument {
  if (!hasOldRows(document)) return document;
  const { panels, rows } = readDashboard(document);
  const heads = rows.map((row) => ({ row, panels: panels.filter(({ rowId }) => rowId === row.id) }));
  const toGrid = (panel: (typeof panels)[number]): JsonObject => {
    const { span: _span, height: _height, ...raw } = panel.raw;
    return { ...raw, id: panel.id, gridPos: { ...panel.gridPos } };
  };
  const free = panels.filter(({ rowId }) => rowId === null).map(toGrid);
  const inRows = heads.flatMap(({ row, panels: inner }) => {
    const own = inner.map(toGrid);
    const head: JsonObject = {
      type: "row",
      id: row.id,
      title: row.title,
      collapsed: row.collapsed,
      gridPos: { x: 0, y: row.y, w: 24, h: 1 },
      panels: row.collapsed ? own : [],
      ...(row.repeat !== null && { repeat: row.repeat }),
    };
    return row.collapsed ? [head] : [head, ...own];
  });
  const { rows: _rows, ...rest } = document;
  return { ...rest, panels: [...free, ...inRows] };
}

function findRow(document: DashboardDocument, rowPath: JsonPath): ReadRow | undefined {
  return readDashboard(document).rows.find(({ path }) => path.join("/") === rowPath.join("/"));
}

/** The panels that a row shows below its head, beside those that are kept inside it. */
function membersOf(document: DashboardDocument, row: ReadRow): { panel: Json; index: number }[] {
  return readDashboard(document)
    .panels.filter(({ rowId, path }) => rowId === row.id && path.length === 2)
    .map(({ raw, path }) => ({ panel: raw, index: Number(path[1]) }));
}

function ysBelow(document: DashboardDocument, rowY: number): number[] {
  return readObjects(document.panels)
    .map((panel) => numberAt(panel, "y"))
    .filter((y) => y > rowY);
}

function moved(panel: JsonObject, by: number): JsonObject {
  if (by === 0) return panel;
  const gridPos = isJsonObject(panel.gridPos) ? panel.gridPos : {};
  return { ...panel, gridPos: { ...gridPos, y: numberAt(panel, "y") + by } };
}

function numberAt(panel: JsonObject, key: string): number {
  const value = getAt(panel, ["gridPos", key]);
  return typeof value === "number" ? value : 0;
}
