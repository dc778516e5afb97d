import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import { isJsonObject } from "@/lib/shared/json";
import { getAt } from "./json-path";
import { findPanelPath } from "./panels";
import { setInDocument } from "./set-in-document";

interface QueryPlace {
  panelId: number;
  refId: string;
}

/** Puts `to` where `from` stands in a panel's query; the same document when it stands there no more. */
export function replaceInQuery(
  document: DashboardDocument,
  { panelId, refId }: QueryPlace,
  { from, to }: { from: string; to: string },
): DashboardDocument {
  const path = findPanelPath(document, panelId);
  const targets = path ? getAt(document, [...path, "targets"]) : undefined;
  if (!path || !Array.isArray(targets)) return document;
  const index = targets.findIndex((target) => isJsonObject(target) && target.refId === refId);
  const target = targets[index];
  if (!isJsonObject(target) || typeof target.expr !== "string" || !target.expr.includes(from))
    return document;
  const expr = target.expr.replace(from, () => to);
  return setInDocument(document, [...path, "targets", index, "expr"], expr);
}
