import { parseColor, shiftHsl, toHex } from "./color-math";
import type { ColorTheme } from "./named-colors";

/** The colours at the top and the bottom of a gradient of hues, as Grafana turns them. */
export function hueShades(color: string, theme: ColorTheme): [top: string, bottom: string] {
  const rgb = parseColor(color);
  if (!rgb) return [color, color];
  return [toHex(shiftHsl(rgb, 15, 0.1)), toHex(shiftHsl(rgb, -15, theme === "dark" ? -0.1 : 0))];
}
