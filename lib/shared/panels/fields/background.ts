import {
  alphaOf,
  contrastRatio,
  parseColor,
  readableOn,
  shiftHsl,
  stopColor,
  toHex,
  withAlpha,
} from "./color-math";
import type { ColorTheme } from "./named-colors";

/** From one end of a tile or cell to the other: how much darker (as HSL lightness) and turned by how many degrees. */
interface Shades {
  start: { darker: number; turn: number };
  end: { darker: number; turn: number };
}

export const tileShades: Shades = { start: { darker: 0.15, turn: 8 }, end: { darker: 0.05, turn: -8 } };
/** From the middle of a pie to its rim. */
export const sliceShades: Shades = { start: { darker: 0.2, turn: 4 }, end: { darker: 0.1, turn: -4 } };
/** From corner to corner of a hexagon. */
export const hexagonShades: Shades = { start: { darker: 0.12, turn: 0 }, end: { darker: 0, turn: 0 } };
export const cellShades: Shades = { start: { darker: 0.1, turn: 5 }, end: { darker: 0, turn: 0 } };

/** One colour from end to end. */
export const noShades: Shades = { start: { darker: 0, turn: 0 }, end: { darker: 0, turn: 0 } };

/** Both ends of a gradient, brighter instead of darker on light pages. */
export function gradientEnds(
  color: string,
  { start, end }: Shades,
  theme: ColorTheme,
): [start: string, end: string] {
  const rgb = parseColor(color);
  if (!rgb) return [color, color];
  const factor = theme === "dark" ? 1 : -0.7;
  const alpha = alphaOf(color);
  const shade = ({ darker, turn }: Shades["start"]) => {
    const shifted = toHex(shiftHsl(shiftHsl(rgb, 0, -darker * factor), turn, 0));
    return alpha < 1 ? withAlpha(shifted, alpha) : shifted;
  };
  return [shade(start), shade(end)];
}

/** The colour as Grafana lays it under a value: a slanted gradient. */
export function gradientBackground(color: string, shades: Shades, theme: ColorTheme): string {
  if (!parseColor(color)) return color;
  return `linear-gradient(120deg, ${gradientEnds(color, shades, theme).join(", ")})`;
}

const hardlyThere = 0.3;
const white = "#ffffff";
const black = "#000000";

/** What to write on a background with; null where it is so thin that the page shows through. */
export function textOnBackground(color: string): string | null {
  return alphaOf(color) < hardlyThere ? null : readableOn(color);
}

/**
 * As `textOnBackground`: white, as Grafana writes, wherever white has the contrast on the middle of the gradient; else
 * what reads better from its start, where texts begin, to its middle.
 */
export function textOnGradient(
  color: string,
  shades: Shades,
  theme: ColorTheme,
  ratio: 3 | 4.5,
): string | null {
  if (alphaOf(color) < hardlyThere) return null;
  const ends = gradientEnds(color, shades, theme);
  const middle = stopColor(ends, 0.5);
  const least = (text: string) => Math.min(contrastRatio(text, ends[0]), contrastRatio(text, middle));
  return contrastRatio(white, middle) >= ratio || least(white) > least(black) ? white : black;
}
