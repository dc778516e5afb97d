import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import type { Json } from "@/lib/shared/json";
import type { JsonPath } from "./json-path";
import { setInDocument } from "./set-in-document";

/** One change of a document that can be sent as JSON: a value put at a path, or what stands there taken away. */
export type DocumentEdit = { path: JsonPath; value: Json } | { path: JsonPath; remove: true };

export function applyEdits(document: DashboardDocument, edits: readonly DocumentEdit[]): DashboardDocument {
  return edits.reduce(
    (current, edit) => setInDocument(current, edit.path, "remove" in edit ? undefined : edit.value),
    document,
  );
}
