import { canonicalJson } from "@/lib/shared/canonical-json";
import { freeNames } from "@/lib/shared/dashboards/diff/free-names";
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
  const free = freeNames();
  const baseKeys = base.map((item) => free(nameOf(item)));
  const [myMatches, theirMatches] = [matchItems(base, mine), matchItems(base, theirs)];
  const myKeys = mine.map((item, index) => keyOfMatch(myMatches[index], baseKeys) ?? free(nameOf(item)));
  const myNew = mine.flatMap((item, index) =>
    myMatches[index] === null ? [{ item, key: myKeys[index] ?? "" }] : [],
  );
  const twins = Map.groupBy(theirMatches.includes(null) ? myNew : [], ({ item }) =>
    canonicalJson(item.value),
  );
  const theirKeys = theirs.map((item, index) => {
    const known = keyOfMatch(theirMatches[index], baseKeys);
    if (known !== null) return known;
    // Both added the very same: it is one.
    return twins.get(canonicalJson(item.value))?.shift()?.key ?? free(nameOf(item));
  });
  return { base: named(base, baseKeys), mine: named(mine, myKeys), theirs: named(theirs, theirKeys) };
}

function keyOfMatch(match: number | null | undefined, keys: readonly string[]): string | null {
  return match === null || match === undefined ? null : (keys[match] ?? null);
}

function nameOf(item: Item): string {
  const { title } = item.value;
  return `#${idOf(item) || (typeof title === "string" && title !== "" ? title : "without id")}`;
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
