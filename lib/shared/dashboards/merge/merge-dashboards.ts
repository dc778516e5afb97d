import { isSameJson } from "@/lib/shared/dashboards/diff/leaf-changes";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import { isJsonObject, type JsonObject } from "@/lib/shared/json";
import { mergeItems } from "./merge-items";
import { type Choice, type Conflict, type Deciding, mergeValue, type Sides } from "./merge-value";
import { nameItems } from "./name-items";
import { readItems, rootLists } from "./read-items";
import { withOwnPanelIds } from "./with-own-panel-ids";

export interface MergeResult {
  /** Both sides' changes; where they conflict, the chosen side's. */
  document: DashboardDocument;
  conflicts: Conflict[];
}

/** Rises with every save: taken from theirs, never a conflict. */
const bookkeeping = ["version", "iteration", "id"];

/**
 * Three-way merge by panel and by key: what only one side changed is taken from that side; what both changed differently is a
 * conflict, decided by `choose` (mine unless told otherwise). Every change is in the document or in a conflict.
 */
export function mergeDashboards(
  base: DashboardDocument,
  mine: DashboardDocument,
  theirs: DashboardDocument,
  choose: (path: readonly string[]) => Choice = () => "mine",
): MergeResult {
  const deciding: Deciding = { conflicts: [], choose };
  if (isSameJson(base, theirs) || isSameJson(mine, theirs)) return { document: mine, conflicts: [] };
  const sides = { base, mine: withOwnPanelIds(base, mine, theirs), theirs };
  const items = itemsOf(sides);
  if (!items) return { document: mergeRest(sides, deciding, []), conflicts: deciding.conflicts };
  const rest = mergeRest(sides, deciding, rootLists);
  const lists = mergeItems(nameItems(items), deciding);
  const document = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => {
      const list = rootLists.find((name) => name === key);
      return [key, list && Array.isArray(value) ? lists[list] : value];
    }),
  );
  for (const list of rootLists) {
    if (lists[list].length > 0 && !Array.isArray(document[list])) document[list] = lists[list];
  }
  return { document, conflicts: deciding.conflicts };
}

function itemsOf({ base, mine, theirs }: Sides<DashboardDocument>) {
  const items = { base: readItems(base), mine: readItems(mine), theirs: readItems(theirs) };
  const { base: b, mine: m, theirs: t } = items;
  return b && m && t ? { base: b, mine: m, theirs: t } : null;
}

/** Everything but the named lists, which keep their place among the keys as empty ones. */
function mergeRest(
  sides: Sides<DashboardDocument>,
  deciding: Deciding,
  without: readonly string[],
): JsonObject {
  const rest = (document: DashboardDocument) =>
    Object.fromEntries(
      Object.entries(document).map(([key, value]): [string, typeof value] => {
        if (without.includes(key) && Array.isArray(value)) return [key, []];
        return bookkeeping.includes(key) && Object.hasOwn(sides.theirs, key)
          ? [key, sides.theirs[key] ?? null]
          : [key, value];
      }),
    );
  const merged = mergeValue(
    { base: rest(sides.base), mine: rest(sides.mine), theirs: rest(sides.theirs) },
    [],
    deciding,
  );
  return isJsonObject(merged) ? merged : sides.mine;
}
