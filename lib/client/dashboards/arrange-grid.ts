import type { GridPos, ReadDashboard, ReadPanel, ReadRow } from "@/lib/shared/dashboards/reading-model";

export const gridColumns = 24;
const defaultPerRow = 4;

export interface PanelItem {
  kind: "panel";
  /** The panel's id; copies made by repeating end in `-clone-n`, as in Grafana's own addresses. */
  key: string;
  panel: ReadPanel;
  gridPos: GridPos;
  scopedVariables: Record<string, string>;
}

export interface RowItem {
  kind: "row";
  key: string;
  row: ReadRow;
  y: number;
  collapsed: boolean;
  panelCount: number;
  scopedVariables: Record<string, string>;
}

export type GridItem = PanelItem | RowItem;

export interface ArrangeOptions {
  /** The chosen values of a variable, All spelled out; empty when it is unknown. */
  valuesOf: (variable: string) => readonly string[];
  isCollapsed: (rowKey: string, row: ReadRow) => boolean;
}

interface Section {
  row: ReadRow | null;
  panels: ReadPanel[];
}

/** Places rows and panels, repeats included, pushed up as Grafana does; items come in reading order. */
export function arrangeGrid(
  dashboard: ReadDashboard,
  options: ArrangeOptions,
): { items: GridItem[]; height: number } {
  const items: GridItem[] = [];
  let top = 0;
  for (const section of sectionsOf(dashboard)) {
    for (const copy of repeatSection(section, options)) {
      const collapsed = copy.row !== null && options.isCollapsed(copy.row.key, copy.row.row);
      if (copy.row) {
        items.push({ ...copy.row, y: top, collapsed });
        top += 1;
      }
      const shown = collapsed ? copy.panels.filter((item) => staysVisible(item, section.row)) : copy.panels;
      const placed = pushUp(repeatPanels(shown, options), top);
      items.push(...placed);
      top = Math.max(top, ...placed.map(({ gridPos }) => gridPos.y + gridPos.h));
    }
  }
  return { items, height: top };
}

function sectionsOf(dashboard: ReadDashboard): Section[] {
  const sections = new Map<number | null, Section>([[null, { row: null, panels: [] }]]);
  for (const row of dashboard.rows.toSorted((a, b) => a.y - b.y)) sections.set(row.id, { row, panels: [] });
  for (const panel of dashboard.panels) {
    const section = sections.get(panel.rowId) ?? sections.get(null);
    section?.panels.push(panel);
  }
  return [...sections.values()];
}

interface SectionCopy {
  row: Omit<RowItem, "y" | "collapsed"> | null;
  panels: PanelItem[];
}

function repeatSection({ row, panels }: Section, { valuesOf }: ArrangeOptions): SectionCopy[] {
  const values = row?.repeat ? valuesOf(row.repeat) : [];
  if (!row?.repeat || values.length === 0) return [copySection(row, panels, "", {})];
  const variable = row.repeat;
  return values.map((value, index) =>
    copySection(row, panels, suffixOf("row", index), { [variable]: value }),
  );
}

function copySection(
  row: ReadRow | null,
  panels: ReadPanel[],
  suffix: string,
  scopedVariables: Record<string, string>,
): SectionCopy {
  return {
    row: row
      ? { kind: "row", key: `row-${row.id}${suffix}`, row, panelCount: panels.length, scopedVariables }
      : null,
    panels: panels
      .map((panel) => ({
        kind: "panel" as const,
        key: `${panel.id}${suffix}`,
        panel,
        gridPos: insideGrid(panel.gridPos),
        scopedVariables,
      }))
      .toSorted(byPlace),
  };
}

/** Copies side by side or below each other; what stood below moves down by what they add. */
function repeatPanels(panels: readonly PanelItem[], { valuesOf }: ArrangeOptions): PanelItem[] {
  const result: PanelItem[] = [];
  const below = panels.map((item) => ({ ...item, gridPos: { ...item.gridPos } }));
  below.forEach((item, index) => {
    const values = item.panel.repeat ? valuesOf(item.panel.repeat) : [];
    if (values.length === 0) {
      result.push(item);
      return;
    }
    const copies = copiesOf(item, values);
    result.push(...copies);
    const added = (copies.at(-1)?.gridPos.y ?? item.gridPos.y) - item.gridPos.y;
    for (const later of below.slice(index + 1)) {
      if (!sharesLine(item.gridPos, later.gridPos)) later.gridPos.y += added;
    }
  });
  return result;
}

function copiesOf(item: PanelItem, values: readonly string[]): PanelItem[] {
  const { repeat, repeatDirection, maxPerRow } = item.panel;
  const across = repeatDirection === "h";
  const width = Math.max(gridColumns / values.length, gridColumns / (maxPerRow || defaultPerRow));
  const perLine = across ? Math.max(1, Math.floor(gridColumns / width + 1e-9)) : 1;
  return values.map((value, index) => ({
    ...item,
    key: `${item.key}${suffixOf("clone", index)}`,
    scopedVariables: { ...item.scopedVariables, [repeat ?? ""]: value },
    gridPos: {
      x: across ? (index % perLine) * width : item.gridPos.x,
      y: item.gridPos.y + Math.floor(index / perLine) * item.gridPos.h,
      w: across ? width : item.gridPos.w,
      h: item.gridPos.h,
    },
  }));
}

function suffixOf(word: string, index: number): string {
  return index === 0 ? "" : `-${word}-${index}`;
}

/** Each panel, in reading order, rises until it meets one that is placed already. */
function pushUp(panels: readonly PanelItem[], top: number): PanelItem[] {
  const placed: PanelItem[] = [];
  for (const item of panels.toSorted(byPlace)) {
    const { x, w } = item.gridPos;
    const above = placed.filter(
      ({ gridPos }) => gridPos.x < x + w - 1e-6 && x < gridPos.x + gridPos.w - 1e-6,
    );
    const y = Math.max(top, ...above.map(({ gridPos }) => gridPos.y + gridPos.h));
    placed.push({ ...item, gridPos: { ...item.gridPos, y } });
  }
  return placed;
}

/** A row that is stored collapsed holds its panels inside; one that stands below it on the page is not hidden with them. */
function staysVisible({ panel }: PanelItem, row: ReadRow | null): boolean {
  return row?.collapsed === true && panel.path[0] === "panels" && panel.path.length === 2;
}

function insideGrid({ x, y, w, h }: GridPos): GridPos {
  const width = Math.min(Math.max(1, w), gridColumns);
  return { x: Math.min(Math.max(0, x), gridColumns - width), y: Math.max(0, y), w: width, h: Math.max(1, h) };
}

function sharesLine(source: GridPos, other: GridPos): boolean {
  return other.y >= source.y && other.y < source.y + source.h;
}

function byPlace(a: PanelItem, b: PanelItem): number {
  return a.gridPos.y - b.gridPos.y || a.gridPos.x - b.gridPos.x;
}
