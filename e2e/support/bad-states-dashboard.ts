interface PanelDraft {
  type: string;
  title: string;
  expr: string;
  defaults?: object;
  overrides?: object[];
  options?: object;
  target?: object;
  transformations?: object[];
  extra?: object;
}

const log = { custom: { scaleDistribution: { type: "log", log: 10 } } };
const script = { title: "Script", url: "javascript:window.ran='link'" };
const legend = {
  legend: { displayMode: "table", placement: "bottom", showLegend: true, calcs: ["lastNotNull", "max"] },
};
const steps = [
  { color: "red", value: 90 },
  { color: "green", value: null },
  { color: "orange", value: 2 },
  { color: "blue", value: -5 },
];
const thresholds = { mode: "absolute", steps };

const drafts: PanelDraft[] = [
  { type: "timeseries", title: "Refused", expr: "refused" },
  { type: "timeseries", title: "Unreadable", expr: "unreadable" },
  { type: "stat", title: "Slow", expr: "slow" },
  { type: "table", title: "Broken answer", expr: "broken" },
  { type: "gauge", title: "A page", expr: "page" },
  { type: "timeseries", title: "Hung up", expr: "hung" },
  { type: "timeseries", title: "Nothing", expr: "absent_metric" },
  { type: "timeseries", title: "Gaps", expr: "gaps" },
  { type: "timeseries", title: "One point", expr: "lonely", options: legend },
  { type: "timeseries", title: "Odd numbers", expr: "odd", options: legend },
  { type: "stat", title: "Odd stats", expr: "odd" },
  { type: "gauge", title: "Odd gauges", expr: "odd" },
  { type: "bargauge", title: "Odd bars", expr: "odd" },
  { type: "barchart", title: "Odd bar chart", expr: "odd" },
  { type: "piechart", title: "Odd pie", expr: "odd" },
  { type: "histogram", title: "Odd histogram", expr: "odd" },
  { type: "heatmap", title: "Odd heatmap", expr: "odd", options: { calculate: true } },
  { type: "state-timeline", title: "Odd states", expr: "odd" },
  { type: "status-history", title: "Odd history", expr: "odd" },
  { type: "table", title: "Odd table", expr: "odd" },
  { type: "timeseries", title: "Infinite", expr: "infinite" },
  { type: "stat", title: "NaN", expr: "nothing_but_nan" },
  { type: "timeseries", title: "NaN line", expr: "nothing_but_nan" },
  { type: "timeseries", title: "Huge", expr: "huge" },
  { type: "timeseries", title: "Negative on a log scale", expr: "negative", defaults: log },
  {
    type: "heatmap",
    title: "Falling buckets",
    expr: "falling_bucket",
    target: { format: "heatmap", legendFormat: "{{le}}" },
  },
  {
    type: "heatmap",
    title: "Falling buckets, log",
    expr: "falling_bucket",
    target: { format: "heatmap", legendFormat: "{{le}}" },
    options: { yAxis: { scaleDistribution: { type: "log", log: 2 } } },
  },
  { type: "histogram", title: "Buckets as histogram", expr: "falling_bucket" },
  { type: "timeseries", title: "Names", expr: "names", options: legend },
  { type: "bargauge", title: "Names as bars", expr: "names" },
  {
    type: "piechart",
    title: "Names as pie",
    expr: "names",
    options: { legend: { displayMode: "table", placement: "right", showLegend: true, values: ["value"] } },
  },
  { type: "state-timeline", title: "Names as lanes", expr: "names" },
  { type: "table", title: "Names as table", expr: "names" },
  { type: "stat", title: "Names as stats", expr: "names" },
  {
    type: "timeseries",
    title: "Twins",
    expr: "twins",
    target: { legendFormat: "{{name}}" },
    options: legend,
  },
  { type: "barchart", title: "Twins as bars", expr: "twins", target: { legendFormat: "{{name}}" } },
  { type: "timeseries", title: "Least above most", expr: "gaps", defaults: { min: 10, max: -10 } },
  { type: "gauge", title: "Gauge, least above most", expr: "gaps", defaults: { min: 10, max: -10 } },
  { type: "gauge", title: "Gauge, least is most", expr: "gaps", defaults: { min: 5, max: 5 } },
  { type: "stat", title: "Twenty decimals", expr: "gaps", defaults: { decimals: 20, unit: "s" } },
  { type: "timeseries", title: "Minus decimals", expr: "gaps", defaults: { decimals: -3 } },
  { type: "stat", title: "A thousand decimals", expr: "gaps", defaults: { decimals: 1000, unit: "bytes" } },
  {
    type: "timeseries",
    title: "Thresholds out of order",
    expr: "gaps",
    defaults: { thresholds, custom: { thresholdsStyle: { mode: "line+area" } } },
  },
  { type: "gauge", title: "Gauge thresholds out of order", expr: "gaps", defaults: { thresholds } },
  {
    type: "timeseries",
    title: "Bad matcher",
    expr: "gaps",
    overrides: [
      { matcher: { id: "byRegexp", options: "/([/" }, properties: [{ id: "unit", value: "s" }] },
      { matcher: { id: "noSuch", options: {} }, properties: [{ id: "no.such", value: 1 }] },
      null as never,
    ],
  },
  {
    type: "stat",
    title: "Bad mappings",
    expr: "gaps",
    defaults: {
      mappings: [
        { type: "regex", options: { pattern: "([", result: { text: "x" } } },
        { type: "noSuch" },
        null,
      ],
    },
  },
  {
    type: "timeseries",
    title: "Script link",
    expr: "gaps",
    defaults: { links: [script] },
    extra: { links: [script] },
  },
  {
    type: "table",
    title: "Bad transformations",
    expr: "gaps",
    transformations: [
      { id: "noSuch", options: {} },
      { id: "calculateField" },
      { id: "organize", options: null },
      null as never,
      { id: "renameByRegex", options: { regex: "([", renamePattern: "$1" } },
    ],
  },
  {
    type: "timeseries",
    title: "Everything filtered",
    expr: "gaps",
    transformations: [{ id: "filterFieldsByName", options: { include: { names: [] } } }],
  },
  { type: "timeseries", title: "No transformation", expr: "gaps", transformations: [] },
  {
    type: "timeseries",
    title: "Mixed units",
    expr: "odd",
    overrides: [
      { matcher: { id: "byName", options: "NaN" }, properties: [{ id: "unit", value: "bytes" }] },
      {
        matcher: { id: "byName", options: "1e308" },
        properties: [
          { id: "unit", value: "s" },
          { id: "custom.axisPlacement", value: "right" },
        ],
      },
    ],
  },
  { type: "timeseries", title: "Unordered", expr: "unordered" },
  {
    type: "timeseries",
    title: "Wrong kinds",
    expr: "gaps",
    defaults: {
      unit: 7,
      min: "low",
      color: "red",
      custom: { lineWidth: "thick", fillOpacity: 1e9, stacking: "yes" },
      thresholds: "none",
      mappings: {},
      decimals: "two",
    },
  },
  {
    type: "timeseries",
    title: "Many",
    expr: "many",
    options: {
      legend: { displayMode: "table", placement: "right", showLegend: true, calcs: ["lastNotNull"] },
    },
  },
  { type: "stat", title: "Many stats", expr: "many" },
  { type: "state-timeline", title: "Many lanes", expr: "many" },
];

/** A panel for each way in which data or settings can be wrong. */
export const badStatesDashboard = {
  uid: "bad-states",
  title: "Bad states",
  schemaVersion: 39,
  time: { from: "now-15m", to: "now" },
  panels: drafts.map(
    (
      {
        type,
        title,
        expr,
        defaults = {},
        overrides = [],
        options = {},
        target = {},
        transformations = [],
        extra = {},
      },
      index,
    ) => ({
      id: index + 1,
      type,
      title,
      gridPos: { x: (index % 4) * 6, y: Math.floor(index / 4) * 8, w: 6, h: 8 },
      datasource: { type: "prometheus", uid: "faulty" },
      targets: [{ refId: "A", expr, legendFormat: "{{name}}", ...target }],
      fieldConfig: { defaults, overrides },
      options,
      transformations,
      ...extra,
    }),
  ),
};
