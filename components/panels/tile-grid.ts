export interface TileGrid {
  columns: number;
  rows: number;
  width: number;
  height: number;
}

export const tileGap = 8;
const leastHeight = 32;

/** How tiles share a panel: side by side, stacked, or the grid in which they are largest. Too many scroll. */
export function tileGrid(
  count: number,
  size: { width: number; height: number },
  orientation: "auto" | "horizontal" | "vertical",
): TileGrid {
  const tiles = Math.max(1, count);
  if (orientation === "vertical") return gridOf(tiles, tiles, size);
  if (orientation === "horizontal") return gridOf(1, tiles, size);
  let best = gridOf(1, tiles, size);
  for (let columns = 2; columns <= tiles; columns++) {
    const grid = gridOf(columns, tiles, size);
    if (grid.width < 60) break;
    if (usable(grid) > usable(best)) best = grid;
  }
  return best;
}

function gridOf(
  columns: number,
  count: number,
  { width, height }: { width: number; height: number },
): TileGrid {
  const rows = Math.ceil(count / columns);
  return {
    columns,
    rows,
    width: Math.floor((width - (columns - 1) * tileGap) / columns),
    height: Math.max(leastHeight, Math.floor((height - (rows - 1) * tileGap) / rows)),
  };
}

/** Values read best in boxes about two and a half times as wide as high. */
function usable({ width, height }: TileGrid): number {
  return Math.min(width / 2.5, height);
}
