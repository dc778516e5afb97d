import type { JsonPath } from "@/lib/shared/dashboards/edit/json-path";
import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";
import type { NamedChange } from "./named-change";

/** The objects of a list by their names, several of one name numbered; null where the list holds something else. */
export function keyedByName(
  list: Json | undefined,
  name: (item: JsonObject) => string,
): Map<string, JsonObject> | null {
  if (list === undefined) return new Map();
  if (!Array.isArray(list) || !list.every(isJsonObject)) return null;
  const named = new Map<string, JsonObject>();
  for (const item of list) {
    const own = name(item) || "without name";
    let key = own;
    for (let n = 2; named.has(key); n++) key = `${own} (${n})`;
    named.set(key, item);
  }
  return named;
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
