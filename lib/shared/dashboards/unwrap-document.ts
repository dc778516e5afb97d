import { isJsonObject, type JsonObject } from "@/lib/shared/json";
import { Uid } from "./dashboard";
import { findV2Spec, isDashboardResource } from "./schema-v2/find-v2-spec";

/** Where the dashboard lies in what was given: the key that holds it, or null when it is the whole. */
export interface UnwrappedDocument {
  document: JsonObject;
  key: "dashboard" | "spec" | null;
  /** What the envelope says of it. */
  uid: string | null;
}

/** Names of resources may be longer than a uid, and hold dots. */
function uidIn(metadata: unknown): string | null {
  return (isJsonObject(metadata) && Uid.safeParse(metadata.name).data) || null;
}

/**
 * The dashboard inside what people give: bare, in the `{ dashboard, meta }` of Grafana's API, or a classic dashboard
 * resource. A document of schema v2 stays whole: its metadata belongs to it.
 */
export function unwrapDocument(given: JsonObject): UnwrappedDocument {
  const { dashboard, spec, metadata } = given;
  if (findV2Spec(given)) return { document: given, key: null, uid: uidIn(metadata) };
  const isBare = given.title !== undefined || given.panels !== undefined || given.rows !== undefined;
  if (isJsonObject(dashboard) && !isBare) {
    return { document: dashboard, key: "dashboard", uid: null };
  }
  if (isJsonObject(spec) && isDashboardResource(given)) {
    return { document: spec, key: "spec", uid: uidIn(metadata) };
  }
  return { document: given, key: null, uid: null };
}
