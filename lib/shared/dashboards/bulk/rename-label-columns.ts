import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";
import type { LabelRename } from "@/lib/shared/promql/rename-label";

/** Display names and links by `${__field.labels.x}`, and overrides of the column that the label makes. */
export function renameInFields(fieldConfig: Json | undefined, { from, to }: LabelRename): Json | undefined {
  if (fieldConfig === undefined) return undefined;
  const rewrite = (value: Json, key: string, holder: JsonObject | null): Json => {
    if (typeof value === "string") {
      const isColumn = key === "options" && holder?.id === "byName" && value === from;
      return isColumn ? to : value.replaceAll(labelReference(from), `$1${to}`);
    }
    return mapJson(value, (inner, innerKey, innerHolder) => rewrite(inner, innerKey, innerHolder));
  };
  return rewrite(fieldConfig, "", null);
}

function labelReference(name: string): RegExp {
  return new RegExp(`(__(?:field|series)\\.labels\\.)${name}(?![\\w])`, "g");
}

/** Names of columns in the options of transformations, as keys and as values. */
export function renameInTransformations(
  transformations: Json | undefined,
  { from, to }: LabelRename,
): Json | undefined {
  if (!Array.isArray(transformations)) return undefined;
  const rewrite = (value: Json): Json => {
    if (typeof value === "string") return value === from ? to : value;
    const renamed = isJsonObject(value) && Object.hasOwn(value, from) ? withKey(value, from, to) : value;
    return mapJson(renamed, (inner) => rewrite(inner));
  };
  return mapJson(transformations, (one) =>
    isJsonObject(one) && one.options !== undefined
      ? replaceMember(one, "options", rewrite(one.options))
      : one,
  );
}

/** The same value where nothing inside changes. */
function mapJson(value: Json, change: (inner: Json, key: string, holder: JsonObject | null) => Json): Json {
  if (Array.isArray(value)) {
    const next = value.map((inner) => change(inner, "", null));
    return next.some((inner, index) => inner !== value[index]) ? next : value;
  }
  if (!isJsonObject(value)) return value;
  return Object.entries(value).reduce<JsonObject>((object, [key, inner]) => {
    const next = change(inner, key, value);
    return next === inner ? object : replaceMember(object, key, next);
  }, value);
}

function replaceMember(object: JsonObject, key: string, value: Json): JsonObject {
  if (object[key] === value) return object;
  return entriesToObject(Object.entries(object).map(([name, inner]) => [name, name === key ? value : inner]));
}

/** The new key in the place of the old one; one that is there already gives way. */
function withKey(object: JsonObject, from: string, to: string): JsonObject {
  return entriesToObject(
    Object.entries(object)
      .filter(([key]) => key !== to)
      .map(([key, value]) => [key === from ? to : key, value]),
  );
}

function entriesToObject(entries: [string, Json][]): JsonObject {
  return Object.fromEntries(entries);
}
