import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import { isJsonObject, type Json } from "@/lib/shared/json";
import { type JsonPath, removeAt, setAt } from "./json-path";

/** The document with a value at a path, or without what stands there where the value is undefined; all else is shared. */
export function setInDocument(
  document: DashboardDocument,
  path: JsonPath,
  value: Json | undefined,
): DashboardDocument {
  const changed = value === undefined ? removeAt(document, path) : setAt(document, path, value);
  return isJsonObject(changed) ? changed : document;
}
