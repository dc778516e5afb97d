import { isFieldProperty, readFieldProperty } from "@/lib/shared/dashboards/read-field-options";
import type { FieldOptions, ReadOverride, ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";
import type { PrepareContext } from "@/lib/shared/panels/panel-data";
import { reduceToNumber } from "@/lib/shared/panels/reduce";
import type { DataFrame, Field } from "./data-frame";
import { withTypeDefaults } from "./field-defaults";
import { type FieldMatcher, fieldMatcher } from "./field-matcher";
import { fillTemplate } from "./field-template";

interface Rule {
  matches: FieldMatcher;
  properties: ReadOverride["properties"];
}

/** Gives every field its options (defaults, overrides), display name, palette place and range. */
export function applyFieldConfig(
  frames: DataFrame[],
  panel: Pick<ReadPanel, "type" | "fieldConfig">,
  context: Pick<PrepareContext, "interpolate">,
): DataFrame[] {
  const defaults = withTypeDefaults(panel.fieldConfig.defaults, panel.type);
  const rules = panel.fieldConfig.overrides.flatMap((override): Rule[] => {
    const matches = fieldMatcher(override.matcher);
    return matches ? [{ matches, properties: override.properties }] : [];
  });
  const bounds = numberBounds(frames);

  let seriesIndex = 0;
  return frames.map((frame) => {
    const fields = frame.fields.map((field): Field => {
      const options = fieldOptions(field, frame, defaults, rules);
      const place = hasPlace(field, panel.type) ? seriesIndex++ : 0;
      const range = fieldRange(
        field,
        options,
        options.fieldMinMax ? numberBounds([{ ...frame, fields: [field] }]) : bounds,
      );
      return {
        ...field,
        options,
        range,
        seriesIndex: place,
        displayName: shownName(field, frame, options, context),
      };
    });
    return { ...frame, fields };
  });
}

/** Charts count their series alone; elsewhere, columns of text take a colour of the palette, too. */
const seriesOnly = new Set(["timeseries", "barchart", "histogram"]);

function hasPlace({ type }: Field, panelType: string): boolean {
  return seriesOnly.has(panelType) ? type === "number" || type === "boolean" : type !== "time";
}

function fieldOptions(field: Field, frame: DataFrame, defaults: FieldOptions, rules: Rule[]): FieldOptions {
  const own = Object.fromEntries(Object.entries(field.options).filter(([, value]) => value !== undefined));
  let options: FieldOptions = {
    ...defaults,
    ...own,
    custom: { ...defaults.custom, ...field.options.custom },
  };
  for (const rule of rules) {
    if (!rule.matches(field, frame)) continue;
    for (const property of rule.properties) options = withProperty(options, property.id, property.value);
  }
  const { min, max } = options;
  return min !== undefined && max !== undefined && min > max ? { ...options, min: max, max: min } : options;
}

function withProperty(options: FieldOptions, id: string, value: unknown): FieldOptions {
  if (id.startsWith("custom.")) {
    return {
      ...options,
      custom: withPath(options.custom, id.slice("custom.".length).split("."), value as Json),
    };
  }
  if (!isFieldProperty(id)) return options;
  const read = readFieldProperty(id, value);
  const before = options[id];
  // Lists are put before those of the defaults instead of replacing them.
  const joined = Array.isArray(read) && Array.isArray(before) ? [...read, ...before] : read;
  return { ...options, [id]: joined };
}

function withPath(object: JsonObject, path: string[], value: Json | undefined): JsonObject {
  const [key = "", ...rest] = path;
  const inner = object[key];
  const set = rest.length > 0 ? withPath(isJsonObject(inner) ? inner : {}, rest, value) : value;
  if (set !== undefined && set !== null) return { ...object, [key]: set };
  const { [key]: _removed, ...others } = object;
  return others;
}

function shownName(
  field: Field,
  frame: DataFrame,
  options: FieldOptions,
  context: Pick<PrepareContext, "interpolate">,
): string {
  if (!options.displayName) return field.displayName;
  return fillTemplate(options.displayName, { field, frame }, context.interpolate) || field.displayName;
}

function fieldRange(
  field: Field,
  options: FieldOptions,
  bounds: { min: number; max: number },
): Field["range"] {
  const { min, max } = options;
  if (min !== undefined && max !== undefined) return { min, max };
  return field.type === "number" ? { min: min ?? bounds.min, max: max ?? bounds.max } : null;
}

/** Over all numeric fields of the panel, so that colours compare across series. */
function numberBounds(frames: DataFrame[]): { min: number; max: number } {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const field of frames.flatMap((frame) => frame.fields)) {
    if (field.type !== "number") continue;
    min = Math.min(min, reduceToNumber(field.values, "min") ?? min);
    max = Math.max(max, reduceToNumber(field.values, "max") ?? max);
  }
  return { min: min === Number.POSITIVE_INFINITY ? 0 : min, max: max === Number.NEGATIVE_INFINITY ? 0 : max };
}
