import { oldShapesText } from "@/lib/shared/dashboards/old-shapes";
import type { ViewedText } from "@/lib/shared/dashboards/read-viewed-dashboard";
import { isV2Document } from "@/lib/shared/dashboards/schema-v2/find-v2-spec";
import { toClassicView } from "@/lib/shared/dashboards/schema-v2/to-classic-view";
import type { JsonObject } from "@/lib/shared/json";

/**
 * What a page gets to draw, as text: React writes and reads a tree value by value, which takes ten times as long and holds up
 * everybody else.
 */
export function pageView(document: JsonObject, documentText: string): ViewedText {
  if (!isV2Document(document)) return { documentText, shapesText: oldShapesText(document) };
  const classic = toClassicView(document);
  return { documentText: JSON.stringify(classic), shapesText: oldShapesText(classic) };
}
