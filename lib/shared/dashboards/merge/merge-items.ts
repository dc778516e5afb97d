import { isSameJson } from "@/lib/shared/dashboards/diff/leaf-changes";
import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";
import { mergeOrder } from "./merge-order";
import { type Deciding, decide, type MaybeJson, mergeValue, type Sides } from "./merge-value";
import type { NamedItem } from "./name-items";
import { type RootList, rootLists } from "./read-items";

type Named = Map<string, NamedItem>;

interface Placed {
  value: JsonObject;
  place: string;
}

/** Merges panels and rows by what they are; where each stands is merged apart from what it says. */
export function mergeItems(sides: Sides<Named>, deciding: Deciding): Record<RootList, Json[]> {
  const placed = new Map<string, Placed>();
  const grown = grownRows(sides.base, sides.mine).union(grownRows(sides.base, sides.theirs));
  for (const key of new Set([...sides.base.keys(), ...sides.mine.keys(), ...sides.theirs.keys()])) {
    const item = { base: sides.base.get(key), mine: sides.mine.get(key), theirs: sides.theirs.get(key) };
    const merged = mergeItem(item, ["panels", key], deciding, grown.has(key));
    if (merged) placed.set(key, merged);
  }
  standSomewhere(sides, placed, deciding);
  return buildLists(sides, placed, deciding);
}

function mergeItem(
  sides: Sides<NamedItem | undefined>,
  path: string[],
  deciding: Deciding,
  hasGrown: boolean,
): Placed | null {
  const { base, mine, theirs } = sides;
  const values = { base: base?.value, mine: mine?.value, theirs: theirs?.value };
  const left = mine ?? theirs;
  const isGone = base !== undefined && left !== undefined && (mine === undefined) !== (theirs === undefined);
  // Moving what the other side took away, or putting something into it, is a change that must not go unseen.
  const isMissed = isGone && isSameJson(left.value, base.value) && (left.place !== base.place || hasGrown);
  const value = isMissed
    ? decide(path, mine?.value, theirs?.value, deciding)
    : mergeValue(values, path, deciding);
  if (!isJsonObject(value)) return null;
  return { value, place: mergePlace(sides, path, deciding) };
}

/** The rows into which a side put something that did not lie there. */
function grownRows(base: Named, side: Named): Set<string> {
  const put = [...side.values()].filter(({ key, place }) => base.get(key)?.place !== place);
  return new Set(put.map(({ place }) => place));
}

function mergePlace(
  { base, mine, theirs }: Sides<NamedItem | undefined>,
  path: string[],
  deciding: Deciding,
): string {
  if (!mine || !theirs) return mine?.place ?? theirs?.place ?? base?.place ?? "panels";
  if (mine.place === theirs.place || theirs.place === base?.place) return mine.place;
  if (mine.place === base?.place) return theirs.place;
  const chosen = decide([...path, "row"], mine.place, theirs.place, deciding);
  return typeof chosen === "string" ? chosen : mine.place;
}

/**
 * What lay in a row that is gone, or that is no row any more, stands at the root; in an old document in its last row. Where
 * that undoes what a side did, and the row itself is no conflict, it is one.
 */
function standSomewhere(sides: Sides<Named>, placed: Map<string, Placed>, deciding: Deciding): void {
  const oldRow = [...placed].findLast(([, { place }]) => place === "rows")?.[0];
  const isRoot = (place: string) => rootLists.some((list) => list === place);
  for (const [key, item] of placed) {
    if (isRoot(item.place)) continue;
    const parent = placed.get(item.place);
    const holds = parent && isRoot(parent.place) && key !== item.place && Array.isArray(parent.value.panels);
    if (holds) continue;
    if (parent && sides.base.get(key)?.place !== item.place) {
      const [mine, theirs] = [sides.mine.get(key)?.place, sides.theirs.get(key)?.place];
      decide(["panels", key, "row"], mine, theirs, deciding);
    }
    item.place = oldRow ?? "panels";
  }
}

function buildLists(
  sides: Sides<Named>,
  placed: Map<string, Placed>,
  deciding: Deciding,
): Record<RootList, Json[]> {
  const inside = Map.groupBy(placed.keys(), (key) => placed.get(key)?.place ?? "panels");
  const listAt = (place: string): Json[] => {
    const keys = new Set(inside.get(place) ?? []);
    const orders = {
      base: keysAt(sides.base, keys),
      mine: keysAt(sides.mine, keys),
      theirs: keysAt(sides.theirs, keys),
    };
    const isFree = [...keys].every((key) => hasGridPos(placed.get(key)?.value));
    const path = isFree ? null : [place, "order"];
    return mergeOrder(orders, keys, path, deciding).flatMap((key) => {
      const value = placed.get(key)?.value;
      if (!value) return [];
      const holds = inside.has(key) || (Array.isArray(value.panels) && value.panels.length === 0);
      return [holds ? { ...value, panels: listAt(key) } : value];
    });
  };
  return { panels: listAt("panels"), rows: listAt("rows") };
}

/** In the order of that version; those that stand elsewhere there are woven in from the others. */
function keysAt(items: Named, keys: ReadonlySet<string>): string[] {
  return [...items.keys()].filter((key) => keys.has(key));
}

function hasGridPos(value: MaybeJson): boolean {
  return isJsonObject(value) && isJsonObject(value.gridPos);
}
