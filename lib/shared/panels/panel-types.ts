export const panelTypes = [
  "timeseries",
  "stat",
  "gauge",
  "bargauge",
  "table",
  "text",
  "piechart",
  "barchart",
  "heatmap",
  "histogram",
  "state-timeline",
  "status-history",
  "alertlist",
  "dashlist",
  "polystat",
  "nodeGraph",
] as const;

/** The types that are drawn; all others are shown as a table of their data. */
export type PanelType = (typeof panelTypes)[number];

export function isPanelType(type: string): type is PanelType {
  return panelTypes.some((known) => known === type);
}
