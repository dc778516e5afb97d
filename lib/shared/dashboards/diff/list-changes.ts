import type { JsonObject } from "@/lib/shared/json";
import { keyedByName } from "./keyed-by-name";
import type { Describe } from "./named-change";
import { walkChanges } from "./walk-changes";

interface NamedList {
  one: string;
  many: string;
  name: (item: JsonObject) => string;
}

/** A list whose items have names: which there are and in what order, and what changed in each that stayed. */
export function listChanges({ one, many, name }: NamedList): Describe {
  return (before, after, path) => {
    const [old, now] = [keyedByName(before, name), keyedByName(after, name)];
    if (!old || !now) return [];
    const inside = [...now].flatMap(([key, item]) => {
      const was = old.get(key);
      if (!was) return [];
      const at = [...path, key];
      const word = (place: readonly (string | number)[]) =>
        `${place.slice(at.length).join(".") || "content"} of ${one} ${key}`;
      return walkChanges(was, item, { told: {}, word }, at);
    });
    const names = (items: ReadonlyMap<string, JsonObject>) => [...items.keys()].join(", ") || "none";
    if (names(old) === names(now)) return inside;
    return [{ what: many, path, before: names(old), after: names(now) }, ...inside];
  };
}
