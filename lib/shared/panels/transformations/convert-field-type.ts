import { readObjects, readString } from "@/lib/shared/dashboards/read-json";
import type { Field } from "@/lib/shared/panels/fields/data-frame";
import type { Transformer } from "./transformer";

const converters: Record<string, (value: unknown) => unknown> = {
  number: (value) => {
    const number =
      typeof value === "string"
        ? Number(value.replaceAll(",", "") || Number.NaN)
        : Number(value ?? Number.NaN);
    return Number.isFinite(number) ? number : null;
  },
  string: (value) => (value === null || value === undefined ? value : String(value)),
  boolean: (value) => Boolean(value) && value !== "false" && value !== "0",
  time: (value) => {
    const timeMs = typeof value === "number" ? value : Date.parse(String(value));
    return Number.isFinite(timeMs) ? timeMs : null;
  },
};

export const convertFieldType: Transformer = (frames, options) => {
  const conversions = readObjects(options.conversions);
  const convert = (field: Field): Field => {
    const conversion = conversions.find(
      ({ targetField }) => targetField === field.displayName || targetField === field.name,
    );
    const type = readString(conversion?.destinationType);
    const converter = Object.hasOwn(converters, type) ? converters[type] : undefined;
    return converter ? { ...field, type: type as Field["type"], values: field.values.map(converter) } : field;
  };
  return frames.map((frame) => ({ ...frame, fields: frame.fields.map(convert) }));
};
