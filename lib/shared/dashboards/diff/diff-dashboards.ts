import { type NamedItem, nameItems } from "@/lib/shared/dashboards/merge/name-items";
import { type Item, readItems, rootLists } from "@/lib/shared/dashboards/merge/read-items";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import type { Json, JsonObject } from "@/lib/shared/json";
import type { NamedChange } from "./named-change";
import { panelChanges } from "./panel-changes";
import { settingChanges } from "./setting-changes";
import { variableChanges, variableName, variablesByName } from "./variable-changes";

export interface ItemChange {
  kind: "added" | "removed" | "changed";
  /** The panel's or row's title, or the variable's name. */
  name: string;
  isRow?: boolean;
  panelId?: number;
  changes: NamedChange[];
}

export interface DashboardDiff {
  panels: ItemChange[];
  variables: ItemChange[];
  settings: NamedChange[];
}

/** What changed from `before` to `after`, panel by panel and in words; empty lists for the same document. */
export function diffDashboards(before: DashboardDocument, after: DashboardDocument): DashboardDiff {
  const items = { before: readItems(before), after: readItems(after) };
  // Lists of panels that hold something else are told as they are.
  const told = items.before && items.after ? rootLists : [];
  return {
    panels: diffPanels(items.before ?? [], items.after ?? []),
    variables: diffItems(variablesByName(before), variablesByName(after), variableName, variableChanges),
    settings: settingChanges(before, after, told),
  };
}

/** A panel is known by its id, else by what it says, wherever it stands; a row has the change of standing in it told. */
function diffPanels(before: Item[], after: Item[]): ItemChange[] {
  const named = nameItems({ base: before, mine: after, theirs: [] });
  const rowOf = (items: Map<string, NamedItem>, key: string): string | undefined => {
    const row = items.get(items.get(key)?.place ?? "");
    return row && panelName(row.value);
  };
  const values = (items: Map<string, NamedItem>) =>
    new Map([...items].map(([key, { value }]) => [key, { key, value, row: rowOf(items, key) }]));
  const repeated = new Set([...repeatedTitles(before), ...repeatedTitles(after)]);
  return diffItems(
    values(named.base),
    values(named.mine),
    ({ value }) => panelName(value, repeated),
    (old, now) => [
      ...panelChanges(old.value, now.value),
      ...(old.row === now.row
        ? []
        : [{ what: "row", path: ["row"], before: old.row ?? "none", after: now.row ?? "none" }]),
    ],
    ({ value }) => ({ panelId: idOf(value), ...(isRow(value) ? { isRow: true } : {}) }),
  );
}

/** Titles that name several panels, so that they alone do not tell which is meant. */
function repeatedTitles(items: readonly Item[]): Json[] {
  const seen = new Set<Json>();
  return items.map(({ value }) => value.title ?? null).filter((title) => seen.size === seen.add(title).size);
}

export function isSameDashboard(diff: DashboardDiff): boolean {
  return diff.panels.length + diff.variables.length + diff.settings.length === 0;
}

function diffItems<T extends object>(
  before: Map<string, T>,
  after: Map<string, T>,
  name: (item: T) => string,
  changesOf: (before: T, after: T) => NamedChange[],
  known: (item: T) => Pick<ItemChange, "panelId" | "isRow"> = () => ({}),
): ItemChange[] {
  const changes: ItemChange[] = [];
  const identify = (item: T) => ({ name: name(item), ...known(item) });
  for (const [key, item] of before) {
    const now = after.get(key);
    if (!now) changes.push({ kind: "removed", ...identify(item), changes: [] });
    else {
      const named = changesOf(item, now);
      if (named.length > 0) changes.push({ kind: "changed", ...identify(now), changes: named });
    }
  }
  for (const [key, item] of after) {
    if (!before.has(key)) changes.push({ kind: "added", ...identify(item), changes: [] });
  }
  return changes;
}

/** The title; without one, or where several have the same, with the number. */
function panelName(panel: JsonObject, repeated: ReadonlySet<Json> = new Set()): string {
  const { title, id } = panel;
  const noun = isRow(panel) ? "Row" : "Panel";
  const number = typeof id === "number" || typeof id === "string" ? String(id) : "without id";
  if (typeof title !== "string" || title === "") return `${noun} ${number}`;
  return repeated.has(title) ? `${title} (${noun.toLowerCase()} ${number})` : title;
}

function idOf({ id }: JsonObject): number | undefined {
  return typeof id === "number" ? id : undefined;
}

/** Rows of old dashboards hold panels and have no type. */
function isRow({ type, panels }: JsonObject): boolean {
  return type === "row" || (type === undefined && Array.isArray(panels));
}
