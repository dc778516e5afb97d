import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import { isJsonObject, type Json } from "@/lib/shared/json";
import { type JsonPath, removeAt, setAt } from "./json-path";

/** One change of a document that can be sent as JSON: a value put at a path, or what stands there taken away. */
export type DocumentEdit = { path: JsonPath; value: Json } | { path: JsonPath; remove: true };

export function applyEdits(document: DashboardDocument, edits: readonly DocumentEdit[]): DashboardDocument {
  return edits.reduce((current, edit) => {
    const changed = "remove" in edit ? removeAt(current, edit.path) : setAt(current, edit.path, edit.value);
    return isJsonObject(changed) ? changed : current;
  }, document);
}
