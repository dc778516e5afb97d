import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { hasNoBars } from "./barchart/has-no-bars";
import { readyFrames } from "./fields/to-data-frames";
import type { PanelData, PrepareContext } from "./panel-data";
import { isPanelType, type PanelType } from "./panel-types";
import { singleValues } from "./single-values/single-values";
import { prepareTable } from "./table/prepare";
import { prepareText } from "./text/prepare";

export interface PanelKind {
  /** As people call it. */
  name: string;
  /** Draws something without queries. */
  needsData: boolean;
  isEmpty: (panel: ReadPanel, data: PanelData, context: PrepareContext) => boolean;
}

export const panelKinds: Record<PanelType, PanelKind> = {
  timeseries: { name: "Time series", needsData: true, isEmpty: hasNoNumbers },
  stat: { name: "Stat", needsData: true, isEmpty: hasNoSingles },
  gauge: { name: "Gauge", needsData: true, isEmpty: hasNoSingles },
  bargauge: { name: "Bar gauge", needsData: true, isEmpty: hasNoSingles },
  table: { name: "Table", needsData: true, isEmpty: (...args) => prepareTable(...args).empty },
  text: { name: "Text", needsData: false, isEmpty: (...args) => prepareText(...args).empty },
  piechart: { name: "Pie chart", needsData: true, isEmpty: hasNoSlices },
  barchart: { name: "Bar chart", needsData: true, isEmpty: hasNoBars },
  polystat: {
    name: "Polystat",
    needsData: true,
    isEmpty: hasNoSingles,
  },
  heatmap: { name: "Heatmap", needsData: true, isEmpty: hasNoNumbers },
  histogram: { name: "Histogram", needsData: true, isEmpty: hasNoNumbers },
  "state-timeline": { name: "State timeline", needsData: true, isEmpty: hasNoValues },
  "status-history": { name: "Status history", needsData: true, isEmpty: hasNoValues },
  nodeGraph: { name: "Node graph", needsData: true, isEmpty: hasNoValues },
  // Their lists are fetched by the page itself, and say so when they are empty.
  alertlist: { name: "Alert list", needsData: false, isEmpty: () => false },
  dashlist: { name: "Dashboard list", needsData: false, isEmpty: () => false },
};

/** True when the panel has nothing to show, though its queries may have answered. */
export function isPanelEmpty(panel: ReadPanel, data: PanelData, context: PrepareContext): boolean {
  return isPanelType(panel.type)
    ? panelKinds[panel.type].isEmpty(panel, data, context)
    : hasNoValues(panel, data, context);
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
