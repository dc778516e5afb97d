import { readableColor, readableOn } from "@/lib/shared/panels/fields/color-math";
import type { DataFrame, Field } from "@/lib/shared/panels/fields/data-frame";
import { type DisplayValue, displayProcessor, displayText } from "@/lib/shared/panels/fields/display-value";
import { fieldRange, valueColor } from "@/lib/shared/panels/fields/field-color";
import { type FieldLink, fieldLinks } from "@/lib/shared/panels/fields/field-links";
import { colorByName } from "@/lib/shared/panels/fields/named-colors";
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
  /** Colours of an LCD gauge by place, 0 to 1. */
  cellColor: (place: number) => string;
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
    return {
      text: type === "json-view" && typeof raw === "object" ? JSON.stringify(raw) : displayText(shown),
      ...cellColors(shown, type, context),
      share:
        type === "gauge" && !Number.isNaN(shown.numeric)
          ? clampShare((shown.numeric - min) / (max - min))
          : null,
      color: shown.color,
      cellColor: (place) => valueColor(field, min + place * (max - min), place, context.theme),
      links: fieldLinks({ field, frame, row, raw, display: shown }, context),
    };
  };
}

function cellColors(
  shown: DisplayValue,
  type: ColumnOptions["cell"]["type"],
  { theme }: PrepareContext,
): Pick<TableCell, "textColor" | "background"> {
  const blank = shown.text === "";
  if (type === "color-background" && !blank)
    return { textColor: readableOn(shown.color), background: shown.color };
  if (type !== "color-text" && type !== "gauge") return { textColor: null, background: null };
  return { textColor: readableColor(shown.color, colorByName("panel-bg", theme)), background: null };
}
