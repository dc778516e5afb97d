import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { applyFieldConfig } from "@/lib/shared/panels/fields/apply-field-config";
import { nameFields } from "@/lib/shared/panels/fields/name-fields";
import { isDataFrame } from "@/lib/shared/panels/fields/nested-frames";
import type { PrepareContext } from "@/lib/shared/panels/panel-data";
import { TableOptions } from "./options";
import { type TableModel, tableModel } from "./prepare";

/** The table behind a row, with the panel's own field settings; null where there is none. */
export function nestedTable(
  { nested }: Pick<TableModel, "nested">,
  row: number,
  panel: ReadPanel,
  context: PrepareContext,
): TableModel | null {
  const value = nested?.values[row];
  if (!isDataFrame(value)) return null;
  const frames = applyFieldConfig(nameFields([value]), panel, context);
  return tableModel(frames, 0, TableOptions.parse({}), context);
}
