import { isJsonObject, type JsonObject } from "@/lib/shared/json";
import { readArray, readNumber, readObjects, readString } from "./read-json";
import { clamp, gridColumns } from "./read-layout";
import type { GridPos } from "./reading-model";

export interface OldRow {
  raw: JsonObject;
  path: (string | number)[];
  /** Grid line of the row's head; null where the dashboard shows no row heads. */
  headY: number | null;
  panels: { raw: JsonObject; path: (string | number)[]; gridPos: GridPos }[];
}

/** The layout before Grafana 5: `rows` of panels whose `span` counts twelfths, as Grafana puts them on its grid. */
export function readOldRows(document: JsonObject): OldRow[] {
  const rows = readObjects(document.rows).filter((row) => !readNumber(row.repeatIteration));
  const showHeads = rows.some(
    (row) => row.collapse === true || row.showTitle === true || readString(row.repeat),
  );
  let y = 0;
  return rows.map((row) => {
    const headY = showHeads ? y++ : null;
    const height = gridHeight(row.height ?? 250);
    const area = rowArea(height, y);
    // Paths count what is no row or panel too: they lead into the document as it is stored.
    const index = readArray(document.rows).indexOf(row);
    const panels = readArray(row.panels).flatMap((raw, i) => {
      if (!isJsonObject(raw)) return [];
      const w = clamp(Math.floor(readNumber(raw.span) || 4) * 2, 1, gridColumns);
      const h = raw.height ? gridHeight(raw.height) : height;
      return [{ raw, path: ["rows", index, "panels", i], gridPos: area.place(w, h) }];
    });
    if (row.collapse !== true) y = area.top() + height;
    return { raw: row, path: ["rows", index], headY, panels };
  });
}

/** 30 px cells with 8 px between them; at least three cells' worth of pixels. */
function gridHeight(stored: unknown): number {
  const pixels = Number.parseInt(readString(stored).replace("px", ""), 10);
  return clamp(Math.ceil(Math.max(90, Number.isNaN(pixels) ? 250 : pixels) / 38), 1, 1000);
}

/** Fills a row from the left; a panel lower than the row leaves room for another below it. */
function rowArea(height: number, startY: number) {
  let y = startY;
  let filled: number[] = new Array(gridColumns).fill(0);

  const freeSpan = (width: number): { x: number; y: number } | null => {
    let start: number | null = null;
    let end: number | null = null;
    for (let i = gridColumns - 1; i >= 0; i--) {
      const column = filled[i] ?? 0;
      if (height - column <= 0) break;
      if (end === null) end = i;
      if (i < gridColumns - 1 && end !== i && column > (filled[i + 1] ?? 0)) break;
      start = i;
    }
    if (start === null || end === null || end - start < width - 1) return null;
    return { x: start, y: Math.max(...filled.slice(start, end + 1)) };
  };

  return {
    top: () => y,
    place(w: number, h: number): GridPos {
      let spot = freeSpan(w);
      if (!spot) {
        y += height;
        filled = new Array(gridColumns).fill(0);
        spot = { x: 0, y: 0 };
      }
      for (let i = spot.x; i < spot.x + w; i++) filled[i] = Math.max(filled[i] ?? 0, spot.y + h);
      return { x: spot.x, y: y + spot.y, w, h };
    },
  };
}
