import type { JsonPath } from "@/lib/shared/dashboards/edit/json-path";
import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";
import { freeNames } from "./free-names";
import type { NamedChange } from "./named-change";

/** The objects of a list by their names, several of one name numbered; null where the list holds something else. */
export function keyedByName(
  list: Json | undefined,
  name: (item: JsonObject) => string,
): Map<string, JsonObject> | null {
  if (list === undefined) return new Map();
  if (!Array.isArray(list) || !list.every(isJsonObject)) return null;
  const free = freeNames();
  return new Map(list.map((item) => [free(name(item) || "without name"), item]));
}

/** That the same items stand in another order. */
export function orderChange(
  many: string,
  path: JsonPath,
  old: ReadonlyMap<string, JsonObject>,
  now: ReadonlyMap<string, JsonObject>,
): NamedChange[] {
  const kept = (one: ReadonlyMap<string, JsonObject>, other: ReadonlyMap<string, JsonObject>) =>
    [...one.keys()].filter((key) => other.has(key)).join(", ");
  const [before, after] = [kept(old, now), kept(now, old)];
  return before === after ? [] : [{ what: `order of ${many}`, path: [...path, "order"], before, after }];
}
