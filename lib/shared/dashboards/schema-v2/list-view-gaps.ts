import type { Json, JsonObject } from "@/lib/shared/json";
import { isJsonObject } from "@/lib/shared/json";
import { readObject, readObjects, readString } from "../read-json";
import { findV2Spec } from "./find-v2-spec";
import { knownVariableKinds } from "./view-variables";

/** What the view of a document of schema v2 shows otherwise than Grafana does, a sentence each; nothing of a classic one. */
export function listViewGaps(document: JsonObject): string[] {
  const spec = findV2Spec(document);
  if (!spec) return [];
  const seen = look(spec.layout);
  const elements = Object.keys(readObject(spec.elements));
  const unplaced = elements.filter((name) => !seen.elements.has(name)).length;
  const unknown = readObjects(spec.variables)
    .filter(({ kind }) => !knownVariableKinds.has(readString(kind)))
    .map((variable) => readString(readObject(variable.spec).name));
  return [
    ...(seen.hasTabs ? ["Each tab is shown as a row."] : []),
    ...(seen.hasRules ? ["Rules for when a part is shown are not applied: all parts are shown."] : []),
    ...(seen.hasRepeatedRows
      ? ["Rows and tabs inside a collapsed or repeated one lose their own heads."]
      : []),
    ...(unplaced > 0
      ? [`${unplaced} ${unplaced === 1 ? "panel stands" : "panels stand"} in no layout.`]
      : []),
    ...(unknown.length > 0 ? [`Not understood are the variables ${unknown.join(", ")}.`] : []),
  ];
}

interface Seen {
  elements: Set<string>;
  hasTabs: boolean;
  hasRules: boolean;
  hasRepeatedRows: boolean;
}

/** Walks the layout, whatever nests in what. */
function look(layout: Json | undefined): Seen {
  const seen: Seen = { elements: new Set(), hasTabs: false, hasRules: false, hasRepeatedRows: false };
  const open: { value: Json | undefined; isInside: boolean }[] = [{ value: layout, isInside: false }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, isInside } = next;
    if (Array.isArray(value)) for (const item of value) open.push({ value: item, isInside });
    if (!isJsonObject(value)) continue;
    const spec = readObject(value.spec);
    if (value.kind === "ElementReference") seen.elements.add(readString(value.name));
    if (value.kind === "TabsLayout") seen.hasTabs = true;
    if (readObjects(readObject(readObject(spec.conditionalRendering).spec).items).length > 0)
      seen.hasRules = true;
    const isRow = value.kind === "RowsLayoutRow" || value.kind === "TabsLayoutTab";
    if (isRow && isInside) seen.hasRepeatedRows = true;
    const closes = isRow && (spec.collapse === true || spec.repeat !== undefined);
    for (const item of Object.values(value)) open.push({ value: item, isInside: isInside || closes });
  }
  return seen;
}
