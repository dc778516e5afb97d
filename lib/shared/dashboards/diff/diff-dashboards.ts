import { getAt } from "@/lib/shared/dashboards/edit/json-path";
import { type NamedItem, nameItems } from "@/lib/shared/dashboards/merge/name-items";
import { type Item, readItems, rootLists } from "@/lib/shared/dashboards/merge/read-items";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";
import { dashboardWord, panelWord } from "./change-words";
import { type LeafChange, leafChanges } from "./leaf-changes";

/** A difference in words ("query A", "unit", "place"), with the values where they are short enough to show. */
export interface NamedChange extends LeafChange {
  what: string;
}

export interface ItemChange {
  kind: "added" | "removed" | "changed";
  /** The panel's title or the variable's name. */
  name: string;
  panelId?: number;
  changes: NamedChange[];
}

export interface DashboardDiff {
  panels: ItemChange[];
  variables: ItemChange[];
  settings: NamedChange[];
}

/** Kept by whoever stores the dashboard; a difference in them is no change. */
const bookkeeping = new Set(["id", "version", "iteration", "templating", "__inputs", "__requires"]);

/** What changed from `before` to `after`, panel by panel and in words; empty lists for the same document. */
export function diffDashboards(before: DashboardDocument, after: DashboardDocument): DashboardDiff {
  const items = { before: readItems(before), after: readItems(after) };
  const settingsOf = items.before && items.after ? settingsBeside(...rootLists) : settingsBeside();
  return {
    panels: diffPanels(items.before ?? [], items.after ?? []),
    variables: diffItems(variablesByName(before), variablesByName(after), variableName, variableChanges),
    settings: leafChanges(settingsOf(before), settingsOf(after)).map((change) => ({
      ...change,
      what: dashboardWord(change.path),
    })),
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
  return diffItems(
    values(named.base),
    values(named.mine),
    ({ value }) => panelName(value),
    (old, now) => [
      ...panelChanges(old.value, now.value),
      ...(old.row === now.row
        ? []
        : [{ what: "row", path: ["row"], before: old.row ?? "none", after: now.row ?? "none" }]),
    ],
    ({ value }) => value.id,
  );
}

export function isSameDashboard(diff: DashboardDiff): boolean {
  return diff.panels.length + diff.variables.length + diff.settings.length === 0;
}

/** What is left of a document without what is compared apart. Lists of panels that hold no panels are told as they are. */
function settingsBeside(...lists: string[]): (document: DashboardDocument) => JsonObject {
  const isOther = ([key]: [string, Json]) => !bookkeeping.has(key) && !lists.includes(key);
  return (document) => Object.fromEntries(Object.entries(document).filter(isOther));
}

function diffItems<T extends object>(
  before: Map<string, T>,
  after: Map<string, T>,
  name: (item: T) => string,
  changesOf: (before: T, after: T) => NamedChange[],
  idOf: (item: T) => Json | undefined = () => undefined,
): ItemChange[] {
  const changes: ItemChange[] = [];
  const identify = (item: T) => {
    const id = idOf(item);
    return { name: name(item), panelId: typeof id === "number" ? id : undefined };
  };
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

function variablesByName(document: DashboardDocument): Map<string, JsonObject> {
  const list = getAt(document, ["templating", "list"]);
  const variables = Array.isArray(list) ? list.filter(isJsonObject) : [];
  return new Map(variables.map((variable, index) => [variableName(variable) || String(index), variable]));
}

function panelName(panel: JsonObject): string {
  return typeof panel.title === "string" && panel.title !== ""
    ? panel.title
    : `Panel ${typeof panel.id === "number" || typeof panel.id === "string" ? panel.id : "without id"}`;
}

function variableName(variable: JsonObject): string {
  return typeof variable.name === "string" ? variable.name : "";
}

function variableChanges(before: JsonObject, after: JsonObject): NamedChange[] {
  return leafChanges(before, after).map((change) => ({ ...change, what: change.path.join(".") }));
}

/** Nested panels have entries of their own, so a row changes only by what is its own. */
function panelChanges(before: JsonObject, after: JsonObject): NamedChange[] {
  const own = ({ panels: _panels, targets: _targets, ...rest }: JsonObject) => rest;
  const changes = leafChanges(own(before), own(after)).map((change) => ({
    ...change,
    what: panelWord(change.path),
  }));
  return [...targetChanges(before.targets, after.targets), ...changes];
}

function targetChanges(before: Json | undefined, after: Json | undefined): NamedChange[] {
  const [old, now] = [targetsByRefId(before), targetsByRefId(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((refId) =>
    leafChanges(old.get(refId), now.get(refId), ["targets", refId]).map((change) => {
      const key = change.path.at(2);
      return {
        ...change,
        what: key === undefined || key === "expr" ? `query ${refId}` : `${String(key)} of query ${refId}`,
      };
    }),
  );
}

function targetsByRefId(targets: Json | undefined): Map<string, JsonObject> {
  const list = Array.isArray(targets) ? targets.filter(isJsonObject) : [];
  return new Map(
    list.map((target, index) => [typeof target.refId === "string" ? target.refId : String(index), target]),
  );
}
