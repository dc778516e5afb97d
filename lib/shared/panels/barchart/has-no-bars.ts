import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { readyFrames } from "@/lib/shared/panels/fields/to-data-frames";
import type { PanelData, PrepareContext } from "@/lib/shared/panels/panel-data";
import { chooseFields } from "./choose-fields";
import { BarchartOptions } from "./options";

/** True when a bar chart finds no categories, or nothing to measure in them. */
export function hasNoBars(panel: ReadPanel, data: PanelData, context: PrepareContext): boolean {
  const { category, values } = chooseFields(
    readyFrames(panel, data, context),
    BarchartOptions.parse(panel.options),
  );
  return !category || category.values.length === 0 || values.length === 0;
}
