import { parseColor, splineColor } from "@/lib/shared/panels/fields/color-math";
import { colorByName } from "@/lib/shared/panels/fields/named-colors";
import { colorSchemeStops } from "./color-schemes";
import type { HeatmapOptions } from "./options";

type ColorOptions = HeatmapOptions["color"];

/** The colours of cells from the least to the greatest count. */
export function heatmapPalette(color: ColorOptions, theme: "dark" | "light"): string[] {
  const shares = Array.from({ length: color.steps }, (_, index) => index / (color.steps - 1));
  if (color.mode === "opacity") {
    const [red, green, blue] = parseColor(colorByName(color.fill, theme)) ?? [128, 128, 128];
    const curve = color.scale === "exponential" ? color.exponent : 1;
    return shares.map((share) => `rgba(${red}, ${green}, ${blue}, ${round(share ** curve)})`);
  }
  const stops = colorSchemeStops(color.scheme, theme, color.reverse);
  return shares.map((share) => splineColor(stops, share));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

interface CellRule {
  min?: number;
  max?: number;
  /** Counts up to this, or from that, are left out. */
  le?: number;
  ge?: number;
}

export interface ColoredCells {
  min: number;
  max: number;
  cells: Int16Array;
}

/** Which palette colour each cell has; rows one after the other, -1 where nothing is drawn. */
export function colorCells(
  rows: (number | null)[][],
  columns: number,
  colors: number,
  rule: CellRule,
): ColoredCells {
  const isShown = (count: number | null | undefined): count is number =>
    count != null &&
    Number.isFinite(count) &&
    (rule.le === undefined || count > rule.le) &&
    (rule.ge === undefined || count < rule.ge);
  const [low, high] = shownExtent(rows, isShown);
  const min = rule.min ?? low;
  const max = rule.max ?? high;
  const cells = new Int16Array(rows.length * columns).fill(-1);
  rows.forEach((counts, row) => {
    for (let column = 0; column < columns; column++) {
      const count = counts[column];
      if (isShown(count)) cells[row * columns + column] = paletteIndex(count, min, max, colors);
    }
  });
  return { min, max, cells };
}

function shownExtent(
  rows: (number | null)[][],
  isShown: (count: number | null) => boolean,
): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const counts of rows) {
    for (const count of counts) {
      if (count === null || !isShown(count)) continue;
      if (count < low) low = count;
      if (count > high) high = count;
    }
  }
  return low <= high ? [low, high] : [0, 0];
}

function paletteIndex(count: number, min: number, max: number, colors: number): number {
  if (count <= min) return 0;
  if (count >= max) return colors - 1;
  return Math.min(colors - 1, Math.floor(((count - min) / (max - min)) * colors));
}
