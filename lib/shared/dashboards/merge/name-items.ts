import { isSameJson } from "@/lib/shared/dashboards/diff/leaf-changes";
import { idOf, matchItems } from "./match-items";
import type { Sides } from "./merge-value";
import type { Item, RootList } from "./read-items";

/** An item under the name that it has in all three versions. */
export interface NamedItem {
  key: string;
  value: Item["value"];
  /** Where it stands: a list of the document, or the name of the item in which it lies. */
  place: string;
  list: RootList;
}

/** Gives what is the same in two versions the same name: `#3` by its id where that tells, else by its title. */
export function nameItems({ base, mine, theirs }: Sides<Item[]>): Sides<Map<string, NamedItem>> {
  const taken = new Set<string>();
  const baseKeys = base.map((item) => freeKey(item, taken));
  const [myMatches, theirMatches] = [matchItems(base, mine), matchItems(base, theirs)];
  const myKeys = mine.map((item, index) => keyOfMatch(myMatches[index], baseKeys) ?? freeKey(item, taken));
  const myNew = mine.flatMap((item, index) =>
    myMatches[index] === null ? [{ item, key: myKeys[index] ?? "" }] : [],
  );
  const theirKeys = theirs.map((item, index) => {
    const known = keyOfMatch(theirMatches[index], baseKeys);
    if (known !== null) return known;
    // Both added the very same: it is one.
    const twin = myNew.findIndex((added) => isSameJson(added.item.value, item.value));
    return twin === -1 ? freeKey(item, taken) : (myNew.splice(twin, 1)[0]?.key ?? "");
  });
  return { base: named(base, baseKeys), mine: named(mine, myKeys), theirs: named(theirs, theirKeys) };
}

function keyOfMatch(match: number | null | undefined, keys: readonly string[]): string | null {
  return match === null || match === undefined ? null : (keys[match] ?? null);
}

function freeKey(item: Item, taken: Set<string>): string {
  const { title } = item.value;
  const name = idOf(item) || (typeof title === "string" && title !== "" ? title : "without id");
  let key = `#${name}`;
  for (let n = 2; taken.has(key); n++) key = `#${name} (${n})`;
  taken.add(key);
  return key;
}

function named(items: readonly Item[], keys: readonly string[]): Map<string, NamedItem> {
  return new Map(
    items.map(({ value, list, parent }, index) => {
      const key = keys[index] ?? "";
      const place = parent === null ? list : (keys[parent] ?? list);
      return [key, { key, value, place, list }];
    }),
  );
}
