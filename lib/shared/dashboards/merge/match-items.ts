import { canonicalJson } from "@/lib/shared/canonical-json";
import { isSameJson } from "@/lib/shared/dashboards/diff/leaf-changes";
import type { Item } from "./read-items";

/** For each item of a side the index of the item of the base that it comes from; null for one that was added. */
export function matchItems(base: readonly Item[], side: readonly Item[]): (number | null)[] {
  const matches = side.map((): number | null => null);
  const free = new Set(base.keys());
  const pass = (pairs: (item: Item) => Iterable<number>) => {
    side.forEach((item, index) => {
      if (matches[index] !== null) return;
      for (const candidate of pairs(item)) {
        if (!free.has(candidate) || isOldRow(base[candidate]) !== isOldRow(item)) continue;
        matches[index] = candidate;
        free.delete(candidate);
        return;
      }
    });
  };
  const byId = uniqueIds(base);
  const sideIds = uniqueIds(side);
  pass((item) => (sideIds.has(idOf(item)) ? sameOne(byId.get(idOf(item)), base, item) : []));
  const lookUp = (said: (item: Item) => string) => finder(base, free, said);
  const [same, named, asking, placed] = [
    lookUp(({ value }) => canonicalJson(value)),
    lookUp(nameOf),
    lookUp(({ value: { type, targets } }) => canonicalJson([type ?? null, targets ?? null])),
    lookUp(({ value: { type, gridPos } }) => canonicalJson([type ?? null, gridPos ?? null])),
  ];
  pass(same);
  pass((item) => (hasTitle(item) ? likest(base, named(item), item) : []));
  pass((item) => {
    if (idOf(item) !== "") return [];
    const alike = [...asking(item), ...placed(item)].filter((index) => isAlike(base[index], item));
    return likest(base, [...new Set(alike)], item);
  });
  return matches;
}

/** More that are alike are not compared with each other. */
const mostCompared = 50;

/** Finds items of the base that are free by what they say of themselves, so that not each is compared with each. */
function finder(
  base: readonly Item[],
  free: ReadonlySet<number>,
  said: (item: Item) => string,
): (item: Item) => number[] {
  let groups: Map<string, number[]> | null = null;
  return (item) => {
    groups ??= Map.groupBy(free, (index) => (base[index] ? said(base[index]) : ""));
    const group = groups.get(said(item)) ?? [];
    const found: number[] = [];
    for (const index of group) {
      if (!free.has(index)) continue;
      found.push(index);
      if (found.length === mostCompared) break;
    }
    // The next one need not look at those that are taken.
    group.splice(0, found[0] === undefined ? group.length : group.indexOf(found[0]));
    return found;
  };
}

/** Ids that just one item has, with its index; they are what Grafana tells panels apart by. */
function uniqueIds(items: readonly Item[]): Map<string, number> {
  const seen = new Map<string, number>();
  const twice = new Set<string>();
  items.forEach((item, index) => {
    const id = idOf(item);
    if (id === "") return;
    if (seen.has(id)) twice.add(id);
    seen.set(id, index);
  });
  for (const id of twice) seen.delete(id);
  return seen;
}

export function idOf({ value: { id } }: Item): string {
  return typeof id === "number" || typeof id === "string" ? String(id) : "";
}

/** An old row is never taken for a panel. */
function isOldRow(item: Item | undefined): boolean {
  return item?.list === "rows" && item.parent === null;
}

function hasTitle({ value: { title } }: Item): boolean {
  return typeof title === "string" && title !== "";
}

function nameOf(item: Item): string {
  const { title, type } = item.value;
  return canonicalJson([title ?? null, type ?? null, idOf(item)]);
}

/** What many panels have in common, which makes them no more alike. */
const ofMany: ReadonlySet<string> = new Set(["gridPos", "type", "datasource"]);

/**
 * Without an id and under another title it is the same where it asks the same, or stands at the same place and has
 * something of its own in common: the place alone may have been taken by another panel.
 */
function isAlike(a: Item | undefined, b: Item): boolean {
  if (!a || idOf(a) !== "" || a.value.type !== b.value.type) return false;
  const same = sameKeys(a, b);
  return same.includes("targets") || (same.includes("gridPos") && same.some((key) => !ofMany.has(key)));
}

/** First the one that has most in common: of two rows that ask the same, the one that stands there still. */
function likest(base: readonly Item[], alike: number[], item: Item): number[] {
  if (alike.length < 2) return alike;
  const common = (index: number) => sameKeys(base[index], item).length;
  return alike
    .map((index) => ({ index, common: common(index) }))
    .sort((a, b) => b.common - a.common)
    .map(({ index }) => index);
}

function sameKeys(a: Item | undefined, b: Item): string[] {
  return Object.keys(b.value).filter(
    (key) => b.value[key] !== undefined && isSameJson(a?.value[key], b.value[key]),
  );
}

/** An id is given anew when the panel with the highest one was removed: another title and another type is another panel. */
function sameOne(index: number | undefined, base: readonly Item[], item: Item): number[] {
  const before = index === undefined ? undefined : base[index];
  if (index === undefined || before === undefined) return [];
  const isAnother = before.value.title !== item.value.title && before.value.type !== item.value.type;
  return isAnother ? [] : [index];
}
