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
  pass((item) => [...free].filter((candidate) => isSameJson(base[candidate]?.value, item.value)));
  pass((item) => (hasTitle(item) ? likest(base, free, item, isNamedAlike) : []));
  pass((item) => (idOf(item) === "" ? likest(base, free, item, isAlike) : []));
  return matches;
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

function isNamedAlike(a: Item | undefined, b: Item): boolean {
  return (
    a !== undefined && a.value.title === b.value.title && a.value.type === b.value.type && idOf(a) === idOf(b)
  );
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

/** Those that are alike, first the one that has most in common: of two rows that ask the same, the one that stands there still. */
function likest(
  base: readonly Item[],
  free: ReadonlySet<number>,
  item: Item,
  isLike: (a: Item | undefined, b: Item) => boolean,
): number[] {
  const like = [...free].filter((candidate) => isLike(base[candidate], item));
  if (like.length < 2) return like;
  const common = (candidate: number) => sameKeys(base[candidate], item).length;
  return like
    .map((candidate) => ({ candidate, common: common(candidate) }))
    .sort((a, b) => b.common - a.common)
    .map(({ candidate }) => candidate);
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
