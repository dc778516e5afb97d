import { isJsonObject, type JsonObject } from "@/lib/shared/json";
import { compact, readNumber, readObject, readObjects, readString } from "./read-json";
import { readMappings } from "./read-mappings";
import { readThresholds } from "./read-thresholds";
import type { FieldOptions, ReadOverride } from "./reading-model";

type FieldProperty = Exclude<keyof FieldOptions, "custom">;

const readers: { [Key in FieldProperty]-?: (value: unknown) => FieldOptions[Key] } = {
  unit: readText,
  // Grafana rounds with an empty text as with none.
  decimals: (value) => (value === "" ? 0 : readDecimals(value)),
  min: readNumber,
  max: readNumber,
  fieldMinMax: (value) => value === true || undefined,
  displayName: readText,
  noValue: readText,
  color: readColor,
  thresholds: readThresholds,
  mappings: (value) => (Array.isArray(value) ? readMappings(value) : undefined),
  links: (value) => (Array.isArray(value) ? readObjects(value) : undefined),
};

export function readDecimals(value: unknown): number | undefined {
  const decimals = readNumber(value);
  return decimals === undefined ? undefined : Math.min(20, Math.max(0, Math.round(decimals)));
}

export function isFieldProperty(id: string): id is FieldProperty {
  return Object.hasOwn(readers, id);
}

/** One field setting as an override stores it; undefined means: back to unset. */
export function readFieldProperty(id: FieldProperty, value: unknown): FieldOptions[FieldProperty] {
  return readers[id](value);
}

export function readFieldOptions(json: unknown): FieldOptions {
  const stored = readObject(json);
  const { displayName = stored.title, ...rest } = stored;
  const source: JsonObject = displayName === undefined ? rest : { ...rest, displayName };
  const options = (Object.keys(readers) as FieldProperty[]).map((id) => [id, readers[id](source[id])]);
  return { ...compact(Object.fromEntries(options)), custom: readObject(stored.custom) };
}

export function readOverrides(json: unknown): ReadOverride[] {
  return readObjects(json).map((override) => {
    const matcher = readObject(override.matcher);
    return {
      matcher: { id: readString(matcher.id), options: matcher.options },
      properties: readObjects(override.properties).map((property) => ({
        id: readString(property.id),
        value: property.value,
      })),
    };
  });
}

function readColor(value: unknown): FieldOptions["color"] {
  if (typeof value === "string" && value) return { mode: "fixed", fixedColor: value };
  if (!isJsonObject(value) || typeof value.mode !== "string") return undefined;
  return compact({
    mode: value.mode,
    fixedColor: readText(value.fixedColor),
    seriesBy: readText(value.seriesBy),
  });
}

function readText(value: unknown): string | undefined {
  return readString(value) || undefined;
}
