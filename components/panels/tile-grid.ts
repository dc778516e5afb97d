export interface TileGrid {
  columns: number;
  rows: number;
  width: number;
  height: number;
}

export const tileGap = 8;
const leastHeight = 32;

/**
 * How tiles share a panel: side by side, stacked, or the grid in which boxes of the given aspect are largest.
 * Too many scroll.
 */
export function tileGrid(
  count: number,
  size: { width: number; height: number },
  orientation: "auto" | "horizontal" | "vertical",
  { aspect = 2.5, leastWidth = 90 } = {},
): TileGrid {
  const tiles = Math.max(1, count);
  if (orientation === "vertical") return gridOf(tiles, tiles, size);
  if (orientation === "horizontal") return gridOf(1, tiles, size);
  let best = gridOf(1, tiles, size);
  for (let columns = 2; columns <= tiles; columns++) {
    const grid = gridOf(columns, tiles, size);
    if (grid.width < leastWidth) break;
    if (usable(grid, size, aspect) > usable(best, size, aspect)) best = grid;
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

/** By the height that a row has without scrolling: else a long single column would seem as good as a grid. */
function usable({ width, rows }: TileGrid, size: { height: number }, aspect: number): number {
  return Math.min(width / aspect, size.height / rows);
}
