import { type GradientStop, gradientStops } from "@/lib/shared/panels/bargauge/gradient-stops";
import {
  cellShades,
  gradientBackground,
  noShades,
  textOnBackground,
  textOnGradient,
} from "@/lib/shared/panels/fields/background";
import { readableColor } from "@/lib/shared/panels/fields/color-math";
import type { DataFrame, Field } from "@/lib/shared/panels/fields/data-frame";
import { type DisplayValue, displayProcessor, displayText } from "@/lib/shared/panels/fields/display-value";
import { fieldRange, valueColor } from "@/lib/shared/panels/fields/field-color";
import { type FieldLink, fieldLinks } from "@/lib/shared/panels/fields/field-links";
import { colorByName } from "@/lib/shared/panels/fields/named-colors";
import { isTrend, plainValue } from "@/lib/shared/panels/fields/trend";
import type { ValueLine } from "@/lib/shared/panels/fields/value-line";
import { clampShare } from "@/lib/shared/panels/gauge/prepare";
import type { PrepareContext } from "@/lib/shared/panels/panel-data";
import type { ColumnOptions } from "./options";

export interface TableCell {
  text: string;
  /** Null: the ordinary text colour. */
  textColor: string | null;
  background: string | null;
  /** Share of a gauge cell, 0 to 1; null for other cells. */
  share: number | null;
  color: string;
  /** Colours along the filled part of a gauge. */
  stops: GradientStop[];
  /** Colours of an LCD gauge by place, 0 to 1. */
  cellColor: (place: number) => string;
  /** The series of a sparkline cell. */
  line: ValueLine | null;
  /** The address of an image cell's picture. */
  image: string | null;
  /** The parts of a pill cell, each in a colour of its own. */
  pills: { text: string; background: string; color: string }[];
  links: FieldLink[];
}

/** Makes the cells of one column; cheap to call row by row while scrolling. */
export function cellMaker(
  field: Field,
  frame: DataFrame,
  options: ColumnOptions,
  context: PrepareContext,
): (row: number) => TableCell {
  const display = displayProcessor(field, context);
  const { min, max } = fieldRange(field);
  const { type } = options.cell;
  return (row) => {
    const raw = field.values[row];
    const shown = display(raw);
    const share =
      type === "gauge" && !Number.isNaN(shown.numeric)
        ? clampShare((shown.numeric - min) / (max - min))
        : null;
    return {
      text: cellText(raw, shown, type),
      ...cellColors(shown, options.cell, context),
      share,
      color: shown.color,
      stops:
        share !== null && options.cell.mode === "gradient"
          ? gradientStops(field, share, shown.color, context)
          : [{ at: 0, color: shown.color }],
      cellColor: (place) => valueColor(field, min + place * (max - min), place, context.theme),
      line: isTrend(raw) ? { ...raw.line, min: field.options.min, max: field.options.max } : null,
      image: type === "image" ? imageUrl(raw) : null,
      pills: type === "pill" ? pills(raw, shown, field, context) : [],
      links: fieldLinks({ field, frame, row, raw, display: shown }, context),
    };
  };
}

function cellText(raw: unknown, shown: DisplayValue, type: ColumnOptions["cell"]["type"]): string {
  if (type === "json-view") return jsonText(raw);
  return typeof raw === "object" && raw !== null && !isTrend(raw) && !Array.isArray(raw)
    ? JSON.stringify(raw)
    : displayText(shown);
}

function jsonText(raw: unknown): string {
  if (typeof raw !== "string") return JSON.stringify(plainValue(raw)) ?? "";
  try {
    return JSON.stringify(JSON.parse(raw));
  } catch {
    return raw;
  }
}

/** What the page's security policy lets in as a picture. */
function imageUrl(raw: unknown): string | null {
  const url = typeof raw === "string" ? raw.trim() : "";
  return /^https:\/\//i.test(url) || /^data:image\/(png|jpe?g|gif|webp|svg\+xml)[;,]/i.test(url) ? url : null;
}

function pills(
  raw: unknown,
  shown: DisplayValue,
  field: Field,
  { theme }: PrepareContext,
): TableCell["pills"] {
  const texts = Array.isArray(raw) ? raw.map(String) : displayText(shown).split(",");
  return texts
    .map((text) => text.trim())
    .filter((text) => text !== "")
    .map((text) => {
      const background = shown.mapped
        ? shown.color
        : valueColor(
            { ...field, displayName: text, options: { ...field.options, color: pillColor(field) } },
            Number.NaN,
            0,
            theme,
          );
      return { text, background, color: textOnBackground(background) ?? colorByName("text", theme) };
    });
}

function pillColor({ options }: Field): Field["options"]["color"] {
  return options.color?.mode === "fixed" ? options.color : { mode: "palette-classic-by-name" };
}

function cellColors(
  shown: DisplayValue,
  { type, mode, valueColored }: ColumnOptions["cell"],
  { theme }: PrepareContext,
): Pick<TableCell, "textColor" | "background"> {
  if (type === "color-background") {
    const shades = mode === "basic" ? noShades : cellShades;
    const background = mode === "basic" ? shown.color : gradientBackground(shown.color, shades, theme);
    return { textColor: textOnGradient(shown.color, shades, theme, 4.5), background };
  }
  const colored = type === "color-text" || (type === "gauge" && valueColored);
  if (!colored) return { textColor: null, background: null };
  return { textColor: readableColor(shown.color, colorByName("panel-bg", theme)), background: null };
}
