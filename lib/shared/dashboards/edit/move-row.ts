import { readDashboard } from "@/lib/shared/dashboards/read-dashboard";
import { readArray } from "@/lib/shared/dashboards/read-json";
import type { DashboardDocument, GridPos } from "@/lib/shared/dashboards/reading-model";
import type { JsonPath } from "./json-path";
import { placePanels } from "./panels";
import { withMoved } from "./with-moved";

interface Placed {
  path: JsonPath;
  gridPos: GridPos;
}

/** Moves a row with its panels past the row above or below it; panels that stand in no row, above all, count as one. */
export function moveRow(document: DashboardDocument, rowPath: JsonPath, by: -1 | 1): DashboardDocument {
  if (rowPath[0] === "rows") {
    const rows = readArray(document.rows);
    const moved = withMoved(rows, Number(rowPath[1]), by);
    return moved === rows ? document : { ...document, rows: moved };
  }
  const sections = sectionsOf(document);
  const key = rowPath.join("/");
  const index = sections.findIndex(([head]) => head?.path.join("/") === key);
  const [upper, lower] = [sections[Math.min(index, index + by)], sections[Math.max(index, index + by)]];
  if (index < 0 || !upper || !lower) return document;
  const top = topOf(upper);
  const shift = (section: readonly Placed[], to: number) =>
    section.map(({ path, gridPos }) => ({
      path,
      gridPos: { ...gridPos, y: gridPos.y + to - topOf(section) },
    }));
  return placePanels(document, [...shift(lower, top), ...shift(upper, top + heightOf(lower))]);
}

/** What stands on the page in order: the panels above all rows, then each row with its own. */
function sectionsOf(document: DashboardDocument): Placed[][] {
  const { panels, rows } = readDashboard(document);
  const onPage = panels.filter(({ path }) => path.length === 2);
  const inRow = (rowId: number | null) =>
    onPage.filter((panel) => panel.rowId === rowId).map(({ path, gridPos }) => ({ path, gridPos }));
  const free = inRow(null);
  const headed = rows.map((row) => [
    { path: row.path, gridPos: { x: 0, y: row.y, w: 24, h: 1 } },
    ...inRow(row.id),
  ]);
  return free.length > 0 ? [free, ...headed] : headed;
}

function topOf(section: readonly Placed[]): number {
  return Math.min(...section.map(({ gridPos }) => gridPos.y));
}

function heightOf(section: readonly Placed[]): number {
  return Math.max(...section.map(({ gridPos }) => gridPos.y + gridPos.h)) - topOf(section);
}
