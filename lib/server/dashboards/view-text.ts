import { isV2Document } from "@/lib/shared/dashboards/schema-v2/find-v2-spec";
import { toClassicView } from "@/lib/shared/dashboards/schema-v2/to-classic-view";
import type { JsonObject } from "@/lib/shared/json";

/**
 * What a page gets to draw, as text: React writes and reads a tree value by value, which takes ten times as long and holds up
 * everybody else.
 */
export function viewText(document: JsonObject, documentText: string): string {
  return isV2Document(document) ? JSON.stringify(toClassicView(document)) : documentText;
}
