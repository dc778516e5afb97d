import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { toSeriesFrames } from "@/lib/shared/panels/fields/to-data-frames";
import type { PanelData, PrepareContext } from "@/lib/shared/panels/panel-data";
import { prepareTable, type TableModel } from "@/lib/shared/panels/table/prepare";
import { joinByField } from "@/lib/shared/panels/transformations/join-by-field";

/** What a chart draws, as a table with the chart's own names and units: series side by side, a row a time. */
export function prepareTwin(
  panel: ReadPanel,
  data: PanelData,
  context: PrepareContext,
  frameIndex?: number,
): TableModel {
  const frames = toSeriesFrames(panel, data, context);
  const overTime = frames.length > 1 && frames.every(({ shape }) => shape === "series");
  const join = { id: "joinByField", options: { byField: "Time", mode: "outer" }, disabled: false };
  const transformations = overTime ? [...panel.transformations, join] : panel.transformations;
  const options = { showHeader: true, cellHeight: "sm" };
  const transformers = { ...context.transformers, joinByField };
  return prepareTable({ ...panel, transformations, options }, data, { ...context, transformers }, frameIndex);
}
