import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { hasNoBars } from "./barchart/has-no-bars";
import { readyFrames } from "./fields/to-data-frames";
import type { PanelData, PrepareContext } from "./panel-data";
import { isPanelType, type PanelType } from "./panel-types";
import { singleValues } from "./single-values/single-values";
import { prepareTable } from "./table/prepare";
import { prepareText } from "./text/prepare";

type IsEmpty = (panel: ReadPanel, data: PanelData, context: PrepareContext) => boolean;

const isEmpty: Record<PanelType, IsEmpty> = {
  timeseries: hasNoNumbers,
  stat: hasNoSingles,
  gauge: hasNoSingles,
  bargauge: hasNoSingles,
  table: (...args) => prepareTable(...args).empty,
  text: (...args) => prepareText(...args).empty,
  piechart: hasNoSlices,
  barchart: hasNoBars,
  polystat: hasNoSingles,
  heatmap: hasNoNumbers,
  histogram: hasNoNumbers,
  "state-timeline": hasNoValues,
  "status-history": hasNoValues,
  nodeGraph: hasNoValues,
  // Their lists are fetched by the page itself, and say so when they are empty.
  alertlist: () => false,
  dashlist: () => false,
};

/** True when the panel has nothing to show, though its queries may have answered. */
export function isPanelEmpty(panel: ReadPanel, data: PanelData, context: PrepareContext): boolean {
  const isItEmpty = isPanelType(panel.type) ? isEmpty[panel.type] : hasNoValues;
  return isItEmpty(panel, data, context);
}

// Whether there is something is asked of every panel; how it is drawn, of those that are: that code comes with the panel.
function hasNoSingles(panel: ReadPanel, data: PanelData, context: PrepareContext): boolean {
  return singleValues(panel, data, context).length === 0;
}

function hasNoSlices(panel: ReadPanel, data: PanelData, context: PrepareContext): boolean {
  return singleValues(panel, data, context).every(
    ({ display: { numeric } }) => !(numeric > 0 && Number.isFinite(numeric)),
  );
}

function hasNoNumbers(panel: ReadPanel, data: PanelData, context: PrepareContext): boolean {
  const fields = readyFrames(panel, data, context).flatMap((frame) => frame.fields);
  return !fields.some((field) => field.type === "number" && field.values.some((value) => value !== null));
}

function hasNoValues(panel: ReadPanel, data: PanelData, context: PrepareContext): boolean {
  return readyFrames(panel, data, context).every((frame) => frame.length === 0 || frame.fields.length < 2);
}
