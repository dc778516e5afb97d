export interface TileGrid {
  columns: number;
  rows: number;
  width: number;
  height: number;
  /** The tiles of the last row share its whole width. */
  lastWidth: number;
}

interface Size {
  width: number;
  height: number;
}

interface Least {
  leastWidth?: number;
  leastHeight?: number;
  gap?: number;
}

export const tileGap = 8;

/**
 * How tiles share a panel: side by side, stacked, or in the grid of the largest squares that fit, as Grafana lays them.
 * Too many scroll.
 */
export function tileGrid(
  count: number,
  size: Size,
  orientation: "auto" | "horizontal" | "vertical",
  { leastWidth = 90, leastHeight = 32, gap = tileGap }: Least = {},
): TileGrid {
  const tiles = Math.max(1, count);
  if (orientation === "vertical") return gridOf(tiles, tiles, size, { leastHeight, gap });
  if (orientation === "horizontal") return gridOf(1, tiles, size, { leastHeight, gap });
  const square = Math.max(
    squareAlong(size, tiles),
    squareAlong({ width: size.height, height: size.width }, tiles),
  );
  const fits = Math.max(1, Math.floor(size.width / Math.max(square, 1)));
  const rows = Math.ceil(tiles / fits);
  const most = Math.max(1, Math.floor((size.width + gap) / (leastWidth + gap)));
  return gridOf(Math.min(Math.ceil(tiles / rows), most), tiles, size, { leastHeight, gap });
}

/** The side of the largest squares of which so many fill lines along the width. */
function squareAlong({ width, height }: Size, count: number): number {
  const parts = Math.ceil(Math.sqrt((count * width) / Math.max(1, height)));
  const lines = Math.floor((parts * height) / Math.max(1, width));
  return lines * parts < count ? height / Math.ceil((parts * height) / Math.max(1, width)) : width / parts;
}

function gridOf(
  columns: number,
  count: number,
  { width, height }: Size,
  { leastHeight, gap }: { leastHeight: number; gap: number },
): TileGrid {
  const rows = Math.ceil(count / columns);
  const share = (parts: number) => Math.floor((width - (parts - 1) * gap) / parts);
  return {
    columns,
    rows,
    width: share(columns),
    lastWidth: share(count - (rows - 1) * columns),
    height: Math.max(leastHeight, Math.floor((height - (rows - 1) * gap) / rows)),
  };
}

/** The width of one tile: that of its row. */
export function tileWidth({ columns, rows, width, lastWidth }: TileGrid, index: number): number {
  return index >= (rows - 1) * columns ? lastWidth : width;
}

/** The same grid with no tile smaller than this; what does not fit is scrolled to. */
export function withLeast(grid: TileGrid, least: Size | null): TileGrid {
  if (least === null) return grid;
  return {
    ...grid,
    width: Math.max(grid.width, least.width),
    lastWidth: Math.max(grid.lastWidth, least.width),
    height: Math.max(grid.height, least.height),
  };
}
