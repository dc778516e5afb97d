import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { gradientEnds, hexagonShades } from "@/lib/shared/panels/fields/background";
import { readableOn } from "@/lib/shared/panels/fields/color-math";
import { displayText } from "@/lib/shared/panels/fields/display-value";
import { colorByName } from "@/lib/shared/panels/fields/named-colors";
import type { PanelData, PrepareContext } from "@/lib/shared/panels/panel-data";
import { type SingleValue, singleValues } from "@/lib/shared/panels/single-values/single-values";
import { PolystatOptions } from "./options";

export interface PolystatCell {
  key: string;
  name: string;
  /** Empty where values are not shown. */
  value: string;
  color: string;
  textColor: string;
  /** From corner to corner. */
  shades: [start: string, end: string];
  links: SingleValue["links"];
}

export interface PolystatModel {
  cells: PolystatCell[];
  options: PolystatOptions;
  borderColor: string;
}

const noData = "#808080";

/** Decides the hexagons of a polystat panel: one a series, in the order that the panel asks for. */
export function preparePolystat(panel: ReadPanel, data: PanelData, context: PrepareContext): PolystatModel {
  const options = PolystatOptions.parse(panel.options);
  const values = sorted(singleValues(panel, data, context), options);
  return {
    cells: (options.limit > 0 ? values.slice(0, options.limit) : values).map((value) =>
      cellOf(value, options, context),
    ),
    options,
    borderColor: colorByName(options.borderColor, context.theme),
  };
}

function sorted(values: SingleValue[], { sortBy, descending, natural }: PolystatOptions): SingleValue[] {
  const sign = descending ? -1 : 1;
  const byName = (a: SingleValue, b: SingleValue) =>
    a.title.localeCompare(b.title, undefined, { numeric: natural });
  const byValue = (a: SingleValue, b: SingleValue) => a.display.numeric - b.display.numeric || byName(a, b);
  return values.toSorted((a, b) => sign * (sortBy === "name" ? byName(a, b) : byValue(a, b)));
}

function cellOf(
  { key, title, display, links }: SingleValue,
  { showValue, gradient }: PolystatOptions,
  { theme }: PrepareContext,
): PolystatCell {
  const color = display.text === "" && !display.mapped ? noData : display.color;
  return {
    key,
    name: title,
    value: showValue ? displayText(display) || "No data" : "",
    color,
    textColor: readableOn(color),
    shades: gradient ? gradientEnds(color, hexagonShades, theme) : [color, color],
    links,
  };
}
