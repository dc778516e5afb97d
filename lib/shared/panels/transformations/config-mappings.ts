import { readNumber, readObject, readObjects, readString } from "@/lib/shared/dashboards/read-json";
import type { FieldOptions } from "@/lib/shared/dashboards/reading-model";
import type { JsonObject } from "@/lib/shared/json";
import type { Field } from "@/lib/shared/panels/fields/data-frame";

/** What a column of settings sets: `min`, `color`, `threshold1`, `mappings.text`, ...; empty for nothing. */
export interface ConfigColumn {
  field: Field;
  handler: string;
  reducer: string;
  thresholdColor: string;
}

const all = "allValues";

/** By the transformation's own mappings, else by the column's name. */
export function configColumns(fields: Field[], options: JsonObject): ConfigColumn[] {
  const mappings = readObjects(options.mappings);
  return fields.map((field) => {
    const mapping = mappings.find((one) => one.fieldName === field.displayName);
    const handler = mapping ? readString(mapping.handlerKey) : field.displayName.toLowerCase();
    const usual = handler.startsWith("mappings.") ? all : "lastNotNull";
    const threshold = readObject(readObject(mapping?.handlerArguments).threshold);
    return {
      field,
      handler,
      reducer: readString(mapping?.reducerId) || usual,
      thresholdColor: readString(threshold.color) || "red",
    };
  });
}

type Setter = (value: unknown, options: Partial<FieldOptions>, column: ConfigColumn) => Partial<FieldOptions>;

const setters: Record<string, Setter> = {
  min: (value) => numberOf("min", value),
  max: (value) => numberOf("max", value),
  decimals: (value) => {
    const decimals = readNumber(value);
    return Number.isInteger(decimals) && decimals !== undefined && decimals >= 0 && decimals <= 15
      ? { decimals }
      : {};
  },
  unit: (value) => ({ unit: String(value) }),
  displayName: (value) => ({ displayName: String(value) }),
  displayname: (value) => ({ displayName: String(value) }),
  color: (value) => ({ color: { mode: "fixed", fixedColor: String(value) } }),
  threshold1: (value, { thresholds }, { thresholdColor }) => {
    const level = readNumber(value);
    if (level === undefined) return {};
    const steps = [...(thresholds?.steps ?? []), { value: level, color: thresholdColor }];
    return { thresholds: { mode: "absolute", steps: steps.toSorted((a, b) => a.value - b.value) } };
  },
};

function numberOf(key: "min" | "max", value: unknown): Partial<FieldOptions> {
  const number = readNumber(value);
  return number === undefined ? {} : { [key]: number };
}

/** The field options that one value a column makes. */
export function configOptions(values: { column: ConfigColumn; value: unknown }[]): Partial<FieldOptions> {
  let options: Partial<FieldOptions> = {};
  for (const { column, value } of values) {
    const set = Object.hasOwn(setters, column.handler) ? setters[column.handler] : undefined;
    if (set && value !== null && value !== undefined)
      options = { ...options, ...set(value, options, column) };
  }
  const listed = (handler: string) => {
    const value = values.find(({ column }) => column.handler === handler)?.value;
    return Array.isArray(value) ? value : [];
  };
  const keys = listed("mappings.value");
  if (keys.length === 0) return options;
  const [texts, colors] = [listed("mappings.text"), listed("mappings.color")];
  const results = keys.map((key, index) => {
    const result = { index, ...textOf("text", texts[index]), ...textOf("color", colors[index]) };
    return [String(key), result];
  });
  return { ...options, mappings: [{ type: "value", options: Object.fromEntries(results) }] };
}

function textOf(key: "text" | "color", value: unknown): { [key: string]: string } {
  return value === null || value === undefined ? {} : { [key]: String(value) };
}
