import { isSameJson } from "@/lib/shared/dashboards/diff/leaf-changes";
import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";
import { mergeOrder } from "./merge-order";

/** `undefined` is: not there. */
export type MaybeJson = Json | undefined;

export interface Conflict {
  /** Where both sides changed the same: keys, and `#3` for the item with id, refId or name 3. */
  path: string[];
  mine: MaybeJson;
  theirs: MaybeJson;
}

/** One of the two sides, or a value that a person has written in their place. */
export type Choice = "mine" | "theirs" | { value: MaybeJson };

export interface Deciding {
  conflicts: Conflict[];
  choose: (path: readonly string[]) => Choice;
}

/** The three versions of one thing. */
export interface Sides<T> {
  base: T;
  mine: T;
  theirs: T;
}

/** Notes the conflict and answers what was chosen. */
export function decide(
  path: string[],
  mine: MaybeJson,
  theirs: MaybeJson,
  { conflicts, choose }: Deciding,
): MaybeJson {
  conflicts.push({ path, mine, theirs });
  const choice = choose(path);
  if (choice === "mine") return mine;
  return choice === "theirs" ? theirs : choice.value;
}

/**
 * What only one side changed is taken from that side; objects are merged key by key, lists of things with a name of their own
 * thing by thing; what both changed differently is a conflict.
 */
export function mergeValue(sides: Sides<MaybeJson>, path: string[], deciding: Deciding): MaybeJson {
  const { base, mine, theirs } = sides;
  if (isSameJson(mine, theirs) || isSameJson(base, theirs)) return mine;
  if (isSameJson(base, mine)) return theirs;
  if (isJsonObject(mine) && isJsonObject(theirs)) {
    return mergeObjects({ base: isJsonObject(base) ? base : {}, mine, theirs }, path, deciding);
  }
  return mergeTags(sides, path) ?? mergeLists(sides, path, deciding) ?? decide(path, mine, theirs, deciding);
}

function own(object: JsonObject, key: string): MaybeJson {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function mergeObjects(
  { base, mine, theirs }: Sides<JsonObject>,
  path: string[],
  deciding: Deciding,
): JsonObject {
  const keys = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
  const entries = keys.map((key): [string, MaybeJson] => [
    key,
    mergeValue(
      { base: own(base, key), mine: own(mine, key), theirs: own(theirs, key) },
      [...path, key],
      deciding,
    ),
  ]);
  return Object.fromEntries(entries.filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

/** Tags are a set: what either side added is there, what either took away is not. */
function mergeTags({ base = [], mine, theirs }: Sides<MaybeJson>, path: string[]): Json[] | null {
  if (path.length !== 1 || path[0] !== "tags") return null;
  const [before, my, their] = [texts(base), texts(mine), texts(theirs)];
  if (!before || !my || !their) return null;
  const kept = (tag: string) => (my.has(tag) && their.has(tag)) || !before.has(tag);
  return [...my.union(their)].filter(kept);
}

function texts(value: MaybeJson): Set<string> | null {
  if (!Array.isArray(value) || !value.every((item) => typeof item === "string")) return null;
  const set = new Set(value);
  return set.size === value.length ? set : null;
}

/** What tells an item of a list from the others; null when some item has nothing of its own or two share it. */
function keyedItems(list: MaybeJson): Map<string, JsonObject> | null {
  if (list === undefined) return new Map();
  if (!Array.isArray(list)) return null;
  const items = new Map<string, JsonObject>();
  for (const item of list) {
    if (!isJsonObject(item)) return null;
    const key = item.refId ?? item.id ?? item.name;
    if ((typeof key !== "string" && typeof key !== "number") || items.has(String(key))) return null;
    items.set(String(key), item);
  }
  return items;
}

function mergeLists(sides: Sides<MaybeJson>, path: string[], deciding: Deciding): Json[] | null {
  if (!Array.isArray(sides.mine) || !Array.isArray(sides.theirs)) return null;
  const [base, mine, theirs] = [keyedItems(sides.base), keyedItems(sides.mine), keyedItems(sides.theirs)];
  if (!base || !mine || !theirs) return null;
  const merged = new Map<string, Json>();
  for (const key of new Set([...base.keys(), ...mine.keys(), ...theirs.keys()])) {
    const item = { base: base.get(key), mine: mine.get(key), theirs: theirs.get(key) };
    const value = mergeValue(item, [...path, `#${key}`], deciding);
    if (value !== undefined) merged.set(key, value);
  }
  const orders = { base: [...base.keys()], mine: [...mine.keys()], theirs: [...theirs.keys()] };
  return mergeOrder(orders, new Set(merged.keys()), [...path, "order"], deciding).flatMap((key) => {
    const value = merged.get(key);
    return value === undefined ? [] : [value];
  });
}
