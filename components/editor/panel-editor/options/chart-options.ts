import { choices, custom, type OptionField, type OptionGroup, option } from "./option-field";
import {
  axisBorder,
  axisEnds,
  axisPlacement,
  fillOpacity,
  gradient,
  legend,
  legendGroup,
  lineWidth,
  orientation,
  showValue,
  tooltip,
} from "./shared-options";

const stackingChoices = choices(["none", "Off"], ["normal", "Normal"], ["percent", "100 %"]);
const share = (label: string, key: string, fallback: number, max = 1): OptionField => ({
  label,
  input: "number",
  path: option(key),
  min: 0,
  max,
  step: 0.05,
  fallback,
});
const gridLines: OptionField = {
  label: "Grid lines",
  input: "switch",
  path: custom("axisGridShow"),
  fallback: true,
};
const tooltipGroup: OptionGroup = { title: "Tooltip", fields: [tooltip] };

export const barchartOptions: OptionGroup[] = [
  {
    title: "Bars",
    fields: [
      { label: "Categories from field", input: "line", path: option("xField") },
      orientation,
      showValue,
      {
        label: "Stack series",
        input: "choice",
        path: option("stacking"),
        fallback: "none",
        choices: stackingChoices,
      },
      { label: "Colour by field", input: "line", path: option("colorByField") },
      lineWidth(1),
      fillOpacity(80),
      gradient,
    ],
  },
  {
    title: "Widths and labels",
    folded: true,
    fields: [
      share("Width of groups", "groupWidth", 0.7),
      share("Width of bars", "barWidth", 0.97),
      share("Round ends", "barRadius", 0, 0.5),
      {
        label: "Turn labels by",
        input: "number",
        path: option("xTickLabelRotation"),
        min: -90,
        max: 90,
        fallback: 0,
      },
      { label: "Longest label", input: "number", path: option("xTickLabelMaxLength"), min: 1, max: 200 },
      {
        label: "Space between labels",
        input: "number",
        path: option("xTickLabelSpacing"),
        min: -1000,
        max: 1000,
        fallback: 0,
      },
    ],
  },
  { title: "Axis", folded: true, fields: [axisPlacement, ...axisEnds, gridLines, axisBorder] },
  legend,
  tooltipGroup,
];

const statUnit = (label: string, of: string, key: string): OptionField => ({
  label,
  input: "line",
  path: option(of, key),
});

export const nodeGraphOptions: OptionGroup[] = [
  {
    title: "Node graph",
    fields: [
      statUnit("Unit of the main number of nodes", "nodes", "mainStatUnit"),
      statUnit("Unit of their second number", "nodes", "secondaryStatUnit"),
      statUnit("Unit of the main number of edges", "edges", "mainStatUnit"),
      statUnit("Unit of their second number", "edges", "secondaryStatUnit"),
    ],
  },
];

export const histogramOptions: OptionGroup[] = [
  {
    title: "Histogram",
    fields: [
      { label: "Size of buckets", input: "number", path: option("bucketSize"), min: 0 },
      { label: "Number of buckets", input: "number", path: option("bucketCount"), min: 1 },
      { label: "Buckets begin at", input: "number", path: option("bucketOffset"), fallback: 0 },
      { label: "Combine series", input: "switch", path: option("combine") },
      {
        label: "Stack series",
        input: "choice",
        path: custom("stacking", "mode"),
        fallback: "none",
        choices: stackingChoices,
      },
      lineWidth(1),
      fillOpacity(80),
      gradient,
    ],
  },
  legend,
  tooltipGroup,
];

const schemes = [
  "Oranges",
  "Blues",
  "Greens",
  "Greys",
  "Purples",
  "Reds",
  "Spectral",
  "RdYlGn",
  "RdYlBu",
  "Turbo",
  "Viridis",
  "Magma",
  "Inferno",
  "Plasma",
  "Warm",
  "Cool",
  "YlOrRd",
  "YlGnBu",
];

export const heatmapOptions: OptionGroup[] = [
  {
    title: "Heatmap",
    fields: [
      { label: "Count samples of series", input: "switch", path: option("calculate") },
      {
        label: "Space between cells",
        input: "number",
        path: option("cellGap"),
        min: 0,
        max: 25,
        fallback: 1,
      },
      {
        label: "Buckets name their",
        input: "choice",
        path: option("rowsFrame", "layout"),
        fallback: "auto",
        choices: choices(
          ["auto", "Auto"],
          ["le", "Upper bound"],
          ["ge", "Lower bound"],
          ["unknown", "Middle"],
        ),
      },
      { label: "Hide cells up to", input: "number", path: option("filterValues", "le"), fallback: 1e-9 },
    ],
  },
  {
    title: "Cells",
    fields: [
      {
        label: "Colour by",
        input: "choice",
        path: option("color", "mode"),
        fallback: "scheme",
        choices: choices(["scheme", "Scheme"], ["opacity", "Opacity"]),
      },
      {
        label: "Scheme",
        input: "choice",
        path: option("color", "scheme"),
        fallback: "Oranges",
        choices: choices(...schemes.map((name): [string, string] => [name, name])),
      },
      { label: "Steps", input: "number", path: option("color", "steps"), min: 2, max: 128, fallback: 64 },
      { label: "Turn the scheme round", input: "switch", path: option("color", "reverse") },
      { label: "Colours from", input: "number", path: option("color", "min") },
      { label: "Colours up to", input: "number", path: option("color", "max") },
    ],
  },
  {
    title: "Axis",
    folded: true,
    fields: [
      { ...axisPlacement, path: option("yAxis", "axisPlacement"), fallback: "left" } as OptionField,
      { label: "Axis label", input: "line", path: option("yAxis", "axisLabel") },
      { label: "Decimals", input: "number", path: option("yAxis", "decimals"), min: 0, max: 15 },
      { label: "Upside down", input: "switch", path: option("yAxis", "reverse") },
    ],
  },
  {
    title: "Legend and tooltip",
    fields: [
      { label: "Scale of colours", input: "switch", path: option("legend", "show"), fallback: true },
      tooltip,
      { label: "Histogram in the tooltip", input: "switch", path: option("tooltip", "yHistogram") },
    ],
  },
];

const states = (...fields: OptionField[]): OptionGroup[] => [
  {
    title: "States",
    fields: [
      showValue,
      ...fields,
      { label: "Series a page", input: "number", path: option("perPage"), min: 1, fallback: 20 },
    ],
  },
  legendGroup(null),
  tooltipGroup,
];

export const stateTimelineOptions = states(
  { label: "Merge equal states", input: "switch", path: option("mergeValues"), fallback: true },
  {
    label: "Alignment of values",
    input: "choice",
    path: option("alignValue"),
    fallback: "left",
    choices: choices(["left", "Left"], ["center", "Centre"], ["right", "Right"]),
  },
  share("Height of rows", "rowHeight", 0.9),
  lineWidth(0),
  fillOpacity(70),
  { label: "Connect gaps", input: "switch", path: custom("spanNulls") },
);

export const statusHistoryOptions = states(
  share("Height of rows", "rowHeight", 0.9),
  share("Width of columns", "colWidth", 0.9),
  lineWidth(1),
  fillOpacity(70),
);
