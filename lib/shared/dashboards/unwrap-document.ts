import { isJsonObject, type JsonObject } from "@/lib/shared/json";
import { findV2Spec, isDashboardResource } from "./schema-v2";

/** Where the dashboard lies in what was given: the key that holds it, or null when it is the whole. */
export interface UnwrappedDocument {
  document: JsonObject;
  key: "dashboard" | "spec" | null;
  /** What the envelope says of it. */
  uid: string | null;
}

function textAt(object: unknown, key: string): string | null {
  const value = isJsonObject(object) ? object[key] : undefined;
  return typeof value === "string" && value !== "" ? value : null;
}

/**
 * The dashboard inside what people give: bare, in the `{ dashboard, meta }` of Grafana's API, or a classic dashboard
 * resource. A document of schema v2 stays whole: its metadata belongs to it.
 */
export function unwrapDocument(given: JsonObject): UnwrappedDocument {
  const { dashboard, spec, metadata } = given;
  if (findV2Spec(given)) return { document: given, key: null, uid: textAt(metadata, "name") };
  const isBare = given.title !== undefined || given.panels !== undefined || given.rows !== undefined;
  if (isJsonObject(dashboard) && !isBare) {
    return { document: dashboard, key: "dashboard", uid: null };
  }
  if (isJsonObject(spec) && isDashboardResource(given)) {
    return { document: spec, key: "spec", uid: textAt(metadata, "name") };
  }
  return { document: given, key: null, uid: null };
}
