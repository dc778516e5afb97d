import { getAt, type JsonPath } from "@/lib/shared/dashboards/edit/json-path";
import { readDashboard } from "@/lib/shared/dashboards/read-dashboard";
import type { DashboardDocument, ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { Json } from "@/lib/shared/json";
import { mentions } from "@/lib/shared/promql/rename-metric";
import type { PanelFilter } from "./bulk-change";
import type { BulkResult } from "./bulk-result";

/** Sets one value in every panel that fits. Where the old form of a panel keeps it elsewhere, that is noted. */
export function changePanels(
  document: DashboardDocument,
  where: PanelFilter,
  path: JsonPath,
  value: Json,
): BulkResult {
  const result: BulkResult = { edits: [], notes: [] };
  for (const panel of readDashboard(document).panels) {
    if (!fits(panel, where)) continue;
    const place = [...panel.path, ...path];
    if (panel.type !== panel.storedType && path[0] === "fieldConfig") {
      const name = panel.title || `panel ${panel.id}`;
      result.notes.push({
        message: `"${name}" is of the old type ${panel.storedType}: upgrade it first.`,
        path: panel.path,
      });
    } else if (getAt(document, place) !== value) result.edits.push({ path: place, value });
  }
  return result;
}

/** Panels that draw no query have no unit, and their description is their text. */
function fits({ title, storedType, targets, fieldConfig }: ReadPanel, where: PanelFilter): boolean {
  if (targets.length === 0) return false;
  if (where.title && !title.toLowerCase().includes(where.title.toLowerCase())) return false;
  if (where.type && storedType !== where.type) return false;
  if (where.unit !== undefined && (fieldConfig.defaults.unit ?? "") !== where.unit) return false;
  const { metric } = where;
  return !metric || targets.some(({ expr }) => mentions(expr, metric));
}
