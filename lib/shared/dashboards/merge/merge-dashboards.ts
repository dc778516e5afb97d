import { isSameJson } from "@/lib/shared/dashboards/diff/leaf-changes";
import { getAt } from "@/lib/shared/dashboards/edit/json-path";
import { listPanelPaths, nextPanelId, setInPanel } from "@/lib/shared/dashboards/edit/panels";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";

export interface Conflict {
  /** Where both sides changed the same value: keys, and `#3` for the item with id, refId or name 3. */
  path: string[];
  mine: Json | undefined;
  theirs: Json | undefined;
}

export interface MergeResult {
  /** Both sides' changes; where they conflict, the chosen side's. */
  document: DashboardDocument;
  conflicts: Conflict[];
}

type Choose = (path: readonly string[]) => "mine" | "theirs";

interface Deciding {
  conflicts: Conflict[];
  choose: Choose;
}

/** Rises with every save: taken from theirs, never a conflict. */
const bookkeeping = new Set(["version", "iteration", "id"]);

/**
 * Three-way merge by key, and in lists of panels, targets and variables by identity: what only one side changed is taken from that
 * side; what both changed differently is a conflict, decided by `choose` (mine unless told otherwise).
 */
export function mergeDashboards(
  base: DashboardDocument,
  mine: DashboardDocument,
  theirs: DashboardDocument,
  choose: Choose = () => "mine",
): MergeResult {
  const conflicts: Conflict[] = [];
  const apart = withOwnPanelIds(base, mine, theirs);
  const merged = mergeValue(base, apart, theirs, [], { conflicts, choose });
  return { document: isJsonObject(merged) ? merged : mine, conflicts };
}

/** Two people who each add a panel give both the same next id: mine gets another, since they are not one panel. */
function withOwnPanelIds(
  base: DashboardDocument,
  mine: DashboardDocument,
  theirs: DashboardDocument,
): DashboardDocument {
  const [known, other] = [panelsById(base), panelsById(theirs)];
  let free = Math.max(nextPanelId(mine), nextPanelId(theirs));
  return listPanelPaths(mine).reduce((document, path) => {
    const panel = getAt(mine, path);
    const id = getAt(mine, [...path, "id"]);
    const added = typeof id === "number" && !known.has(id) && other.has(id);
    return added && !isSameJson(other.get(id), panel) ? setInPanel(document, path, ["id"], free++) : document;
  }, mine);
}

function panelsById(document: DashboardDocument): Map<number, Json | undefined> {
  const entries = listPanelPaths(document).map((path) => [
    getAt(document, [...path, "id"]),
    getAt(document, path),
  ]);
  return new Map(entries.flatMap(([id, panel]) => (typeof id === "number" ? [[id, panel]] : [])));
}

function mergeValue(
  base: Json | undefined,
  mine: Json | undefined,
  theirs: Json | undefined,
  path: string[],
  deciding: Deciding,
): Json | undefined {
  if (isSameJson(mine, theirs) || isSameJson(base, theirs)) return mine;
  if (isSameJson(base, mine)) return theirs;
  if (path.length === 1 && bookkeeping.has(path[0] ?? "")) return theirs;
  if (isJsonObject(mine) && isJsonObject(theirs)) {
    return mergeObjects(isJsonObject(base) ? base : {}, mine, theirs, path, deciding);
  }
  const merged = mergeLists(base, mine, theirs, path, deciding);
  if (merged) return merged;
  deciding.conflicts.push({ path, mine, theirs });
  return deciding.choose(path) === "mine" ? mine : theirs;
}

function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function mergeObjects(
  base: JsonObject,
  mine: JsonObject,
  theirs: JsonObject,
  path: string[],
  deciding: Deciding,
): JsonObject {
  const entries = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].map(
    (key): [string, Json | undefined] => [
      key,
      mergeValue(own(base, key), own(mine, key), own(theirs, key), [...path, key], deciding),
    ],
  );
  return Object.fromEntries(entries.filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

/** What tells an item of a list from the others; null when some item has nothing of its own or two share it. */
function keyedItems(list: Json | undefined): Map<string, JsonObject> | null {
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

function mergeLists(
  base: Json | undefined,
  mine: Json | undefined,
  theirs: Json | undefined,
  path: string[],
  deciding: Deciding,
): Json[] | null {
  const [baseItems, myItems, theirItems] = [keyedItems(base), keyedItems(mine), keyedItems(theirs)];
  if (!baseItems || !myItems || !theirItems || !Array.isArray(mine) || !Array.isArray(theirs)) return null;
  const merge = (key: string) =>
    mergeValue(baseItems.get(key), myItems.get(key), theirItems.get(key), [...path, `#${key}`], deciding);
  return mergedOrder([...baseItems.keys()], [...myItems.keys()], [...theirItems.keys()])
    .map(merge)
    .filter((item) => item !== undefined);
}

/** The order of the side that reordered, mine when both did; what the other side added stands behind its neighbour. */
function mergedOrder(base: string[], mine: string[], theirs: string[]): string[] {
  const common = (list: string[]) =>
    list.filter((key) => base.includes(key) && mine.includes(key) && theirs.includes(key));
  const iReordered = common(mine).join("\0") !== common(base).join("\0");
  const [first, second] = iReordered ? [mine, theirs] : [theirs, mine];
  const order = [...first];
  second.forEach((key, index) => {
    if (order.includes(key)) return;
    const neighbour = second.slice(0, index).findLast((before) => order.includes(before));
    order.splice(neighbour === undefined ? 0 : order.indexOf(neighbour) + 1, 0, key);
  });
  return order;
}
