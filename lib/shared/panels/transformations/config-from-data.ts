import { readObject, readString } from "@/lib/shared/dashboards/read-json";
import { fieldMatcher } from "@/lib/shared/panels/fields/field-matcher";
import { reduceValues } from "@/lib/shared/panels/reduce";
import { configColumns, configOptions } from "./config-mappings";
import type { Transformer } from "./transformer";

/** Settings (min, max, unit, colour, thresholds, value mappings) out of one query's answer, for the fields of the others. */
export const configFromData: Transformer = (frames, options) => {
  const refId = readString(options.configRefId);
  const source = frames.find((frame) => frame.refId === refId);
  if (!source) return frames;
  const columns = configColumns(source.fields, options);
  const values = columns.map((column) => ({
    column,
    value: reduceValues(column.field.values, column.reducer),
  }));
  const made = configOptions(values);
  const { id, options: wanted } = readObject(options.applyTo);
  const matches = fieldMatcher({ id: readString(id) || "numeric", options: wanted });
  return frames
    .filter((frame) => frame !== source)
    .map((frame) => ({
      ...frame,
      fields: frame.fields.map((field) =>
        matches?.(field, frame) ? { ...field, options: { ...field.options, ...made } } : field,
      ),
    }));
};
