/** The types one may choose, in the order in which people reach for them. */
export const panelTypes = [
  { value: "timeseries", label: "Time series" },
  { value: "stat", label: "Stat" },
  { value: "gauge", label: "Gauge" },
  { value: "bargauge", label: "Bar gauge" },
  { value: "table", label: "Table" },
  { value: "heatmap", label: "Heatmap" },
  { value: "histogram", label: "Histogram" },
  { value: "barchart", label: "Bar chart" },
  { value: "piechart", label: "Pie chart" },
  { value: "state-timeline", label: "State timeline" },
  { value: "status-history", label: "Status history" },
  { value: "nodeGraph", label: "Node graph" },
  { value: "text", label: "Text" },
  { value: "alertlist", label: "Alert list" },
  { value: "dashlist", label: "Dashboard list" },
];

/** Types that show something without asking a datasource: neither queries nor fields are theirs. */
export const withoutQueries: ReadonlySet<string> = new Set(["text", "alertlist", "dashlist"]);
