import { isJsonObject, type JsonObject } from "@/lib/shared/json";
import type { PanelShape } from "./panel-shape";
import { readArray, readNumber, readObjects, readString } from "./read-json";
import { gridPlacer } from "./read-layout";
import { readOldRows } from "./read-old-rows";
import { readShapedPanel } from "./read-shaped-panel";
import type { GridPos, ReadDashboard, ReadPanel, ReadRow } from "./reading-model";
import { withSharedQueries } from "./shared-queries";

type Path = (string | number)[];

interface Item {
  raw: JsonObject;
  path: Path;
  gridPos: GridPos;
}

/** In today's terms, of a panel at its place in the document. */
export type ReadShape = (raw: JsonObject, path: Path) => PanelShape;

interface Reading {
  readShape: ReadShape;
  panels: ReadPanel[];
  rows: ReadRow[];
  idOf: (raw: JsonObject, path: Path) => number;
}

/** All panels and rows of a document, those inside collapsed rows and of the old `rows` layout included. */
export function readPanels(
  document: JsonObject,
  findings: ReadDashboard["findings"],
  readShape: ReadShape,
): Pick<ReadDashboard, "panels" | "rows"> {
  const reading: Reading = { readShape, panels: [], rows: [], idOf: idKeeper(document, findings) };
  if (readArray(document.panels).length > 0) readGridPanels(document, reading, findings);
  else readRowPanels(document, reading);
  return { panels: withSharedQueries(reading.panels), rows: reading.rows };
}

function readGridPanels(document: JsonObject, reading: Reading, findings: ReadDashboard["findings"]): void {
  const placer = gridPlacer();
  const place = (raw: JsonObject, path: Path): Item => {
    const { gridPos, mended } = placer(raw, isRow(raw));
    if (mended) {
      const message = `The position of "${readString(raw.title) || "a panel"}" is incomplete or impossible; a usable one is shown.`;
      findings.push({ rule: "grid-position", message, path: [...path, "gridPos"] });
    }
    return { raw, path, gridPos };
  };
  const isCopy = copyFinder(document);
  const originalsAt = (list: unknown, path: Path) => objectsAt(list, path).filter(({ raw }) => !isCopy(raw));
  const items = originalsAt(document.panels, ["panels"]).map(({ raw, path }) => ({
    ...place(raw, path),
    inner: originalsAt(raw.panels, [...path, "panels"]).map((one) => place(one.raw, one.path)),
  }));
  // A panel belongs to the row above it on the page, whatever the order in the file.
  items.sort((a, b) => a.gridPos.y - b.gridPos.y || a.gridPos.x - b.gridPos.x);

  let rowId: number | null = null;
  for (const item of items) {
    if (isRow(item.raw)) rowId = addRow(reading, item, item.gridPos.y, item.raw.collapsed === true);
    else addPanel(reading, item, rowId);
    for (const inner of item.inner) addPanel(reading, inner, rowId);
  }
}

/**
 * Copies that Grafana once made of a repeated panel or row, and of the panels in such a row, and saved with it: they are
 * made anew from today's values.
 */
function copyFinder(document: JsonObject): (raw: JsonObject) => boolean {
  const top = readObjects(document.panels);
  const all = [...top, ...top.flatMap(({ panels }) => readObjects(panels))];
  const sources = new Map(all.map((raw) => [readNumber(raw.id), raw]));
  return (raw) => {
    const source = readNumber(raw.repeatPanelId);
    if (source === undefined || source === readNumber(raw.id)) return false;
    return (
      readString(sources.get(source)?.repeat) !== "" || (raw.repeatedByRow === true && sources.has(source))
    );
  };
}

function readRowPanels(document: JsonObject, reading: Reading): void {
  for (const row of readOldRows(document)) {
    const rowId = row.headY === null ? null : addRow(reading, row, row.headY, row.raw.collapse === true);
    for (const panel of row.panels) addPanel(reading, panel, rowId);
  }
}

function addRow(
  reading: Reading,
  { raw, path }: { raw: JsonObject; path: Path },
  y: number,
  collapsed: boolean,
): number {
  const id = reading.idOf(raw, path);
  reading.rows.push({
    id,
    path,
    title: readString(raw.title),
    collapsed,
    y,
    repeat: readString(raw.repeat) || null,
  });
  return id;
}

function addPanel(reading: Reading, { raw, path, gridPos }: Item, rowId: number | null): void {
  if (isRow(raw)) return;
  const place = { id: reading.idOf(raw, path), path, gridPos, rowId };
  reading.panels.push(readShapedPanel(raw, place, reading.readShape(raw, path)));
}

function isRow(raw: JsonObject): boolean {
  return raw.type === "row";
}

function objectsAt(json: unknown, path: Path): { raw: JsonObject; path: Path }[] {
  return readArray(json).flatMap((raw, i) => (isJsonObject(raw) ? [{ raw, path: [...path, i] }] : []));
}

/** Stored ids stay; a missing or repeated one is replaced by the next free number, the same at every reading. */
function idKeeper(document: JsonObject, findings: ReadDashboard["findings"]): Reading["idOf"] {
  const used = new Set<number>();
  let next = storedIds(document).reduce((most, id) => Math.max(most, id), 0) + 1;
  return (raw, path) => {
    const stored = readNumber(raw.id);
    if (stored !== undefined && Number.isInteger(stored) && !used.has(stored)) {
      used.add(stored);
      return stored;
    }
    const isOldRow = stored === undefined && path[0] === "rows" && path.length === 2;
    if (!isOldRow) {
      const what = readString(raw.title) || "A panel";
      const message =
        stored === undefined ? `"${what}" has no id.` : `"${what}" has the id of another panel (${stored}).`;
      findings.push({ rule: "panel-id", message, path: [...path, "id"] });
    }
    used.add(next);
    return next++;
  };
}

function storedIds(document: JsonObject): number[] {
  const top = objectsAt(document.panels, []).concat(objectsAt(document.rows, []));
  const all = top.flatMap(({ raw }) => [raw, ...objectsAt(raw.panels, []).map((inner) => inner.raw)]);
  return all.map((raw) => readNumber(raw.id) ?? 0).filter(Number.isSafeInteger);
}
