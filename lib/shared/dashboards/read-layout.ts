import { isJsonObject, type JsonObject } from "@/lib/shared/json";
import { readNumber, readObject } from "./read-json";
import type { GridPos } from "./reading-model";

export const gridColumns = 24;
const defaultSize = { w: 12, h: 8 };
/** Of a panel that says nothing of its size, as Grafana shows it. */
const silentSize = { w: 6, h: 3 };

/**
 * Mends stored grid positions (missing, zero, fractional, too wide) and places panels that have none
 * after the one before, in lines.
 */
export function gridPlacer(): (panel: JsonObject, isRow: boolean) => { gridPos: GridPos; mended: boolean } {
  let lineX = 0;
  let lineY = 0;
  let bottom = 0;
  return (panel, isRow) => {
    const stored = readObject(panel.gridPos);
    const otherwise = (side: "w" | "h") => (stored[side] === undefined ? silentSize : defaultSize)[side];
    const w = isRow ? gridColumns : clamp(size(stored.w) ?? otherwise("w"), 1, gridColumns);
    const h = isRow ? 1 : (size(stored.h) ?? otherwise("h"));
    let x = place(stored.x);
    let y = place(stored.y);
    if (y === undefined) {
      const fits = x === undefined && lineX + w <= gridColumns && !isRow;
      y = fits ? lineY : bottom;
      x ??= fits ? lineX : 0;
    }
    x = clamp(x ?? 0, 0, gridColumns - w);
    lineX = x + w;
    lineY = y;
    bottom = Math.max(bottom, y + h);
    const gridPos = { x, y, w, h };
    return { gridPos, mended: !isSame(gridPos, stored, isRow) };
  };
}

function isSame(gridPos: GridPos, stored: JsonObject, isRow: boolean): boolean {
  if (isRow) return isJsonObject(stored);
  return gridPos.x === stored.x && gridPos.y === stored.y && gridPos.w === stored.w && gridPos.h === stored.h;
}

function size(value: unknown): number | undefined {
  const number = readNumber(value);
  return number !== undefined && number > 0 ? Math.min(1000, Math.max(1, Math.round(number))) : undefined;
}

function place(value: unknown): number | undefined {
  const number = readNumber(value);
  return number === undefined ? undefined : clamp(Math.floor(number), 0, 100_000);
}

export function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
