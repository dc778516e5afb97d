import type { FieldOptions } from "@/lib/shared/dashboards/reading-model";
import { reduceValues } from "@/lib/shared/panels/reduce";
import { withinReach } from "@/lib/shared/panels/within-reach";
import { contrastRatio, parseColor, shiftHsl, splineColor, stopColor, toHex } from "./color-math";
import type { Field } from "./data-frame";
import { type ColorTheme, colorByName, fallbackColor } from "./named-colors";
import { classicPalette, colorblindPalette, continuousSchemes, perceptualSchemes } from "./palettes";
import { activeThreshold } from "./thresholds";

/** Whatever has options and perhaps data: a field, or options alone. */
export interface Colorable {
  options: FieldOptions;
  type?: Field["type"];
  values?: unknown[];
  range?: Field["range"];
  seriesIndex?: number;
  displayName?: string;
}

/** True when the colour follows the value (thresholds, continuous schemes), false when it belongs to the series. */
export function isColorByValue(options: FieldOptions): boolean {
  const mode = options.color?.mode ?? "thresholds";
  if (isContinuous(mode)) return true;
  return !seriesModes.has(mode);
}

const seriesModes = new Set([
  ...[
    "fixed",
    "shades",
    "palette-classic",
    "palette-classic-by-name",
    "palette-colorblind",
    "palette-saturated",
  ],
  ...["palette-categorical-next", "palette-categorical-next-2", "palette-categorical-next-3", "gradient"],
]);

/** True for the schemes that blend from one colour into the next. */
export function isContinuous(mode: string): boolean {
  return Object.hasOwn(continuousSchemes, mode) || Object.hasOwn(perceptualSchemes, mode);
}

/** The colour of a value; `percent` is its place between min and max, 0 to 1. */
export function valueColor(field: Colorable, value: number, percent: number, theme: ColorTheme): string {
  const mode = field.options.color?.mode ?? "thresholds";
  if (isContinuous(mode)) return schemeColor(mode, percent, theme);
  if (isColorByValue(field.options)) {
    return colorByName(
      activeThreshold(field.options.thresholds, value, percent)?.color ?? fallbackColor,
      theme,
    );
  }
  return ownColor(field, mode, theme);
}

/** The one colour of a series: palette or fixed colour, or by its last (min, max) value in by-value modes. */
export function seriesColor(field: Colorable, theme: ColorTheme): string {
  if (!isColorByValue(field.options)) return valueColor(field, 0, 0, theme);
  const stat = field.options.color?.seriesBy ?? "last";
  const value = reduceValues(field.values ?? [], stat);
  const number = typeof value === "number" ? value : 0;
  return valueColor(field, number, percentInRange(field, number), theme);
}

/** Where a value lies between min and max: 0 to 1 inside, beyond that outside. */
export function percentInRange(field: Colorable, value: number): number {
  if (value === Number.NEGATIVE_INFINITY) return 0;
  const range = field.range ?? ownRange(field);
  // Of an endless range Grafana finds no share either.
  if (!Number.isFinite(range.min) || !Number.isFinite(range.max)) return 0;
  const { min, max } = fieldRange(field);
  const percent = (value - min) / (max - min);
  return Number.isNaN(percent) ? 0 : percent;
}

export function fieldRange(field: Colorable): { min: number; max: number } {
  const { min, max } = field.range ?? ownRange(field);
  return { min: withinReach(min), max: withinReach(max) };
}

function ownRange({ options: { min, max }, type, values }: Colorable): { min: number; max: number } {
  if (min !== undefined && max !== undefined) return { min, max };
  const numbers = type === undefined || type === "number" ? (values ?? []) : [];
  const low = min ?? reduceValues(numbers, "min");
  const high = max ?? reduceValues(numbers, "max");
  return { min: typeof low === "number" ? low : 0, max: typeof high === "number" ? high : 100 };
}

function schemeColor(mode: string, percent: number, theme: ColorTheme): string {
  const perceptual = perceptualSchemes[mode];
  if (perceptual) return stopColor(perceptual, percent);
  const stops = continuousSchemes[mode] ?? [];
  return splineColor(
    stops.map((stop) => colorByName(stop, theme)),
    percent,
  );
}

function ownColor(field: Colorable, mode: string, theme: ColorTheme): string {
  const fixed = () => colorByName(field.options.color?.fixedColor ?? fallbackColor, theme);
  const index = field.seriesIndex ?? 0;
  if (mode === "fixed" || mode === "gradient") return fixed();
  if (mode === "shades") return shade(fixed(), index);
  const palette = mode === "palette-colorblind" ? readable(colorblindPalette, theme) : classicPalette;
  if (mode !== "palette-classic-by-name") return colorByName(palette[index % palette.length], theme);
  const legible = readable(classicPalette, theme);
  return colorByName(legible[nameHash(field.displayName ?? "") % legible.length], theme);
}

function readable(palette: string[], theme: ColorTheme): string[] {
  const background = colorByName("panel-bg", theme);
  return palette.filter((name) => contrastRatio(colorByName(name, theme), background) >= 3);
}

/** The base colour, then lighter and darker ones in turn with the hue turned a little. */
function shade(base: string, index: number): string {
  const rgb = parseColor(base);
  const place = index % 11;
  if (!rgb || place === 0) return base;
  const share = Math.ceil(place / 2) / 6;
  if (place % 2 === 0) return toHex(shiftHsl(shiftHsl(rgb, -share * 10, 0), 0, -share * 0.35));
  const turned = shiftHsl(rgb, share * 10, 0).map(Math.round);
  const lift = Math.round(255 * share * 0.35);
  return toHex([(turned[0] ?? 0) + lift, (turned[1] ?? 0) + lift, (turned[2] ?? 0) + lift]);
}

/** djb2 from the end of the text: the hash that Grafana picks colours by name with. */
function nameHash(text: string): number {
  let hash = 5381;
  for (let i = text.length - 1; i >= 0; i--) hash = (hash * 33) ^ text.charCodeAt(i);
  return hash >>> 0;
}
