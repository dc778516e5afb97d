import { applyEdits } from "@/lib/shared/dashboards/edit/apply-edits";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import { isV2Document } from "@/lib/shared/dashboards/schema-v2/find-v2-spec";
import type { BulkChange } from "./bulk-change";
import type { BulkNote, BulkResult } from "./bulk-result";
import { changePanels } from "./change-panels";
import { renameLabelIn } from "./rename-label-in";
import { renameMetricIn } from "./rename-metric-in";
import { replaceDatasourceIn } from "./replace-datasource-in";

/** One change in one document: the same document where there is nothing to change, else one that differs in the meant places only. */
export function applyBulkChange(
  document: DashboardDocument,
  change: BulkChange,
): { document: DashboardDocument; notes: BulkNote[] } {
  if (isV2Document(document)) {
    return { document, notes: [{ message: "Left as it is: it is of schema v2.", path: [] }] };
  }
  const { edits, notes } = resultOf(document, change);
  return { document: applyEdits(document, edits), notes };
}

function resultOf(document: DashboardDocument, change: BulkChange): BulkResult {
  switch (change.kind) {
    case "renameMetric":
      return renameMetricIn(document, change);
    case "renameLabel":
      return renameLabelIn(document, change);
    case "replaceDatasource":
      return replaceDatasourceIn(document, change);
    case "setUnit":
      return changePanels(document, change.where, ["fieldConfig", "defaults", "unit"], change.unit);
    case "setDecimals":
      return changePanels(document, change.where, ["fieldConfig", "defaults", "decimals"], change.decimals);
    case "setDescription":
      return changePanels(document, change.where, ["description"], change.description);
    case "setRefresh":
      return {
        edits: document.refresh === change.refresh ? [] : [{ path: ["refresh"], value: change.refresh }],
        notes: [],
      };
    case "addTag":
    case "removeTag":
      return changeTags(document, change);
  }
}

function changeTags({ tags }: DashboardDocument, { kind, tag }: { kind: string; tag: string }): BulkResult {
  const stored = Array.isArray(tags) ? tags : [];
  const has = stored.includes(tag);
  if (has === (kind === "addTag")) return { edits: [], notes: [] };
  const value = has ? stored.filter((one) => one !== tag) : [...stored, tag];
  return { edits: [{ path: ["tags"], value }], notes: [] };
}
