import type { JsonObject } from "@/lib/shared/json";
import { readNumber, readObject, readObjects, readString } from "../read-json";
import { gridColumns } from "../read-layout";
import { viewPanel } from "./view-panel";

const defaultHeights: Record<string, number> = { short: 5, standard: 9, tall: 14 };

/** The layouts of schema v2 on the classic grid: rows stay rows, each tab becomes one, an auto grid is filled in lines. */
export function viewLayout(elements: JsonObject, layout: unknown): JsonObject[] {
  return place(elements, readObject(layout), 0).panels;
}

interface Placed {
  panels: JsonObject[];
  /** The grid line below them. */
  bottom: number;
}

function place(elements: JsonObject, layout: JsonObject, top: number): Placed {
  const spec = readObject(layout.spec);
  switch (layout.kind) {
    case "RowsLayout":
      return placeRows(elements, readObjects(spec.rows), top);
    case "TabsLayout":
      return placeRows(elements, readObjects(spec.tabs), top);
    case "AutoGridLayout":
      return placeLines(elements, spec, top);
    default:
      return placeGrid(elements, readObjects(spec.items), top);
  }
}

function placeRows(elements: JsonObject, rows: readonly JsonObject[], top: number): Placed {
  let y = top;
  const panels = rows.flatMap((row): JsonObject[] => {
    const spec = readObject(row.spec);
    const headless = spec.hideHeader === true;
    const collapsed = spec.collapse === true && !headless;
    const inner = place(elements, readObject(spec.layout), headless ? y : y + 1);
    const head = rowHead(
      spec,
      y,
      collapsed,
      collapsed ? inner.panels.filter(({ type }) => type !== "row") : [],
    );
    y = collapsed ? y + 1 : inner.bottom;
    return headless ? inner.panels : [head, ...(collapsed ? [] : inner.panels)];
  });
  return { panels, bottom: y };
}

function rowHead(spec: JsonObject, y: number, collapsed: boolean, panels: JsonObject[]): JsonObject {
  const title = readString(spec.title);
  return {
    type: "row",
    title,
    collapsed,
    gridPos: { x: 0, y, w: gridColumns, h: 1 },
    panels,
    ...repeatOf(spec),
  };
}

function placeGrid(elements: JsonObject, items: readonly JsonObject[], top: number): Placed {
  let bottom = top;
  const panels = items.flatMap((item): JsonObject[] => {
    const spec = readObject(item.spec);
    const y = top + (readNumber(spec.y) ?? 0);
    if (item.kind === "GridLayoutRow") {
      const inner = placeGrid(elements, readObjects(spec.elements), y + 1);
      const collapsed = spec.collapsed === true;
      bottom = Math.max(bottom, collapsed ? y + 1 : inner.bottom);
      const head = rowHead(spec, y, collapsed, collapsed ? inner.panels : []);
      return [head, ...(collapsed ? [] : inner.panels)];
    }
    const [w, h] = [readNumber(spec.width) ?? 12, readNumber(spec.height) ?? 8];
    bottom = Math.max(bottom, y + h);
    return elementAt(elements, spec, { x: readNumber(spec.x) ?? 0, y, w, h });
  });
  return { panels, bottom };
}

function placeLines(elements: JsonObject, spec: JsonObject, top: number): Placed {
  const columns = Math.min(gridColumns, Math.max(1, Math.floor(readNumber(spec.maxColumnCount) ?? 3)));
  const w = Math.floor(gridColumns / columns);
  const pixels = spec.rowHeightMode === "custom" ? readNumber(spec.rowHeight) : undefined;
  const h =
    pixels === undefined
      ? (defaultHeights[readString(spec.rowHeightMode)] ?? 9)
      : Math.max(2, Math.ceil(pixels / 38));
  const items = readObjects(spec.items);
  const panels = items.flatMap((item, i) => {
    const [x, y] = [(i % columns) * w, top + Math.floor(i / columns) * h];
    return elementAt(elements, readObject(item.spec), { x, y, w, h });
  });
  return { panels, bottom: top + Math.ceil(items.length / columns) * h };
}

function elementAt(elements: JsonObject, spec: JsonObject, gridPos: JsonObject): JsonObject[] {
  const name = readString(readObject(spec.element).name);
  if (!Object.hasOwn(elements, name)) return [];
  return [{ ...viewPanel(readObject(elements[name])), gridPos, ...repeatOf(spec) }];
}

function repeatOf(spec: JsonObject): JsonObject {
  const { value, direction, maxPerRow } = readObject(spec.repeat);
  if (!readString(value)) return {};
  return {
    repeat: readString(value),
    ...(readString(direction) && { repeatDirection: readString(direction) }),
    ...(readNumber(maxPerRow) !== undefined && { maxPerRow: readNumber(maxPerRow) ?? 1 }),
  };
}
