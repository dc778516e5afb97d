import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { isJsonObject } from "@/lib/shared/json";
import { type DataFrame, type Field, newField } from "@/lib/shared/panels/fields/data-frame";
import { type DisplayValue, displayProcessor } from "@/lib/shared/panels/fields/display-value";
import { withTypeDefaults } from "@/lib/shared/panels/fields/field-defaults";
import { type FieldLink, fieldLinks } from "@/lib/shared/panels/fields/field-links";
import { fillTemplate } from "@/lib/shared/panels/fields/field-template";
import { colorByName } from "@/lib/shared/panels/fields/named-colors";
import { reduceField } from "@/lib/shared/panels/fields/reduce-field";
import { readyFrames } from "@/lib/shared/panels/fields/to-data-frames";
import type { ValueLine } from "@/lib/shared/panels/fields/value-line";
import { mostSeries } from "@/lib/shared/panels/most-series";
import type { PanelData, PrepareContext } from "@/lib/shared/panels/panel-data";
import { keepsUnit } from "@/lib/shared/panels/reduce";
import { safeRegex } from "@/lib/shared/panels/safe-regex";
import { ReduceOptions } from "./reduce-options";
import { withCalc } from "./with-calc";

export interface SingleValue {
  key: string;
  title: string;
  display: DisplayValue;
  field: Field;
  /** The values over time behind it; null where there is no time. */
  line: ValueLine | null;
  links: FieldLink[];
}

/** The values that a stat, gauge, bar gauge or pie chart shows, as Grafana reduces them. */
export function singleValues(panel: ReadPanel, data: PanelData, context: PrepareContext): SingleValue[] {
  const options = reduceOptions(panel);
  const frames = readyFrames(panel, data, context);
  const values = frames.flatMap((frame) =>
    frame.fields
      .filter((field) => isChosen(field, options.fields) && !isHidden(field))
      .flatMap((field) =>
        options.values ? rowValues(panel, field, frame, context) : calcValues(field, frame, options, context),
      ),
  );
  if (values.length === 0) values.push(...missingValue(panel, context));
  return values
    .slice(0, options.values ? options.limit : mostSeries)
    .map((value, i) => ({ ...value, key: `${i}:${value.title}` }));
}

/** A panel that names no calculation has the default of its type; one that was emptied has the plain last value. */
function reduceOptions({ options: { reduceOptions: stored } }: ReadPanel): ReduceOptions {
  return ReduceOptions.parse({ calcs: ["lastNotNull"], ...(isJsonObject(stored) ? stored : {}) });
}

/** Where the panel says what no value means (`noValue`, a mapping of null), that is shown when nothing came. */
function missingValue(panel: ReadPanel, context: PrepareContext): SingleValue[] {
  const { defaults } = panel.fieldConfig;
  const options = withTypeDefaults(defaults, panel.type);
  const field = newField({ name: "", type: "number", values: [], options });
  const display = displayProcessor(field, context)(null);
  return display.text === "" ? [] : [{ key: "", title: "", display, field, line: null, links: [] }];
}

function isChosen(field: Field, wanted: string): boolean {
  if (wanted === "") return field.type === "number";
  return safeRegex(wanted)?.test(field.displayName) ?? false;
}

function isHidden(field: Field): boolean {
  const hide = field.options.custom.hideFrom;
  return typeof hide === "object" && hide !== null && !Array.isArray(hide) && hide.viz === true;
}

function calcValues(
  field: Field,
  frame: DataFrame,
  options: ReduceOptions,
  context: PrepareContext,
): SingleValue[] {
  const calcs = options.calcs.length > 0 ? options.calcs : ["last"];
  return calcs.map((calc) => {
    const reduced = reduceField(field, frame, calc);
    const shown = keepsUnit(calc) ? field : { ...field, options: { ...field.options, unit: undefined } };
    const value = makeValue(shown, frame, reduced, undefined, context, lineOf(field, frame));
    return { ...value, title: withCalc(value.title, calc) };
  });
}

function rowValues(panel: ReadPanel, field: Field, frame: DataFrame, context: PrepareContext): SingleValue[] {
  return field.values.map((raw, row) => {
    const value = makeValue({ ...field, seriesIndex: row }, frame, raw, row, context, null);
    const title = rowTitle(field, frame, row, context);
    const color = rowColor(panel, title, context) ?? value.display.color;
    return { ...value, title, display: { ...value.display, color } };
  });
}

/** Rows take the colour of an override that names them, though they are no fields. */
function rowColor(panel: ReadPanel, title: string, context: PrepareContext): string | null {
  for (const { matcher, properties } of panel.fieldConfig.overrides) {
    if (matcher.id !== "byName" || matcher.options !== title) continue;
    const color = properties.find((property) => property.id === "color")?.value;
    if (isJsonObject(color)) return colorByName(String(color.fixedColor ?? ""), context.theme);
  }
  return null;
}

/** A row is called by its texts, and by the column too where several numbers stand in it. */
function rowTitle(field: Field, frame: DataFrame, row: number, context: PrepareContext): string {
  if (field.options.displayName)
    return fillTemplate(field.options.displayName, { field, frame, row }, context.interpolate);
  const others = frame.fields.filter((other) => other !== field);
  const parts = others
    .filter((other) => other.type === "string")
    .map((other) => String(other.values[row] ?? ""));
  const alone = !others.some((other) => other.type === "number");
  return [...parts.filter(Boolean), ...(alone && parts.length > 0 ? [] : [field.displayName])].join(" ");
}

function makeValue(
  field: Field,
  frame: DataFrame,
  raw: unknown,
  row: number | undefined,
  context: PrepareContext,
  line: SingleValue["line"],
): SingleValue {
  const display = displayProcessor(field, context)(raw);
  const links = fieldLinks({ field, frame, row, raw, display }, context);
  return { key: "", title: field.displayName, display, field, line, links };
}

function lineOf(field: Field, frame: DataFrame): SingleValue["line"] {
  const times = frame.shape === "series" ? frame.fields.find((other) => other.type === "time") : undefined;
  // One point makes no line, and takes no room for one.
  if (!times || field.type !== "number" || field.values.length < 2) return null;
  const { min, max } = field.options;
  return { timesMs: times.values as number[], values: field.values as (number | null)[], min, max };
}
