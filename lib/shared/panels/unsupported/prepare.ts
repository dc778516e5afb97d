import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { PanelData, PrepareContext } from "@/lib/shared/panels/panel-data";
import { prepareTable, type TableModel } from "@/lib/shared/panels/table/prepare";

export interface UnsupportedModel {
  empty: boolean;
  /** The plugin's id as stored. */
  type: string;
  table: TableModel;
}

/** A panel of a type that is not drawn here: its data as a table. */
export function prepareUnsupported(
  panel: ReadPanel,
  data: PanelData,
  context: PrepareContext,
  frameIndex?: number,
): UnsupportedModel {
  const options = {};
  const table = prepareTable({ ...panel, options }, data, context, frameIndex);
  return { empty: table.empty, type: panel.storedType || panel.type || "unknown", table };
}
