import type { DocumentEdit } from "@/lib/shared/dashboards/edit/apply-edits";
import { getAt, type JsonPath } from "@/lib/shared/dashboards/edit/json-path";
import { listPanelPaths } from "@/lib/shared/dashboards/edit/panels";
import { storedDatasource } from "@/lib/shared/dashboards/edit/stored-datasource";
import { readDatasource } from "@/lib/shared/dashboards/read-datasource";
import { readArray, readObject } from "@/lib/shared/dashboards/read-json";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import { isJsonObject, type Json } from "@/lib/shared/json";
import type { BulkResult } from "./bulk-result";

interface Replacement {
  /** Empty: the default, where a panel names none. */
  from: string;
  to: string;
}

/** Points everything that names one datasource at another, each reference in the form it is written in. */
export function replaceDatasourceIn(document: DashboardDocument, { from, to }: Replacement): BulkResult {
  const edits = places(document, from === "").flatMap((path): DocumentEdit[] => {
    const before = getAt(document, [...path, "datasource"]);
    const named = readDatasource(before)?.uid ?? "";
    if (named !== from || isOfAnotherKind(before)) return [];
    const value = storedDatasource(to, before ?? undefined, document.schemaVersion);
    return value === undefined ? [] : [{ path: [...path, "datasource"], value }];
  });
  return { edits, notes: [] };
}

/** A default of another type than Prometheus stays what it is. */
function isOfAnotherKind(stored: Json | undefined): boolean {
  return (
    isJsonObject(stored) &&
    stored.uid === undefined &&
    stored.type !== undefined &&
    stored.type !== "prometheus"
  );
}

/** What may hold a reference. Targets, variables and annotations without one inherit it, so the default is the panel's. */
function places(document: DashboardDocument, forDefault: boolean): JsonPath[] {
  const items = (path: JsonPath) => readArray(getAt(document, path)).map((_, index) => [...path, index]);
  const panels = listPanelPaths(document);
  const asking = panels.filter((path) =>
    readArray(getAt(document, [...path, "targets"])).some(
      (target) => typeof readObject(target).expr === "string",
    ),
  );
  if (forDefault) return asking;
  return [
    ...panels,
    ...panels.flatMap((path) => items([...path, "targets"])),
    ...items(["templating", "list"]),
    ...items(["annotations", "list"]),
  ];
}
