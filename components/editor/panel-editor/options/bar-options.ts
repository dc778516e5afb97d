import { choices, custom, type OptionField, type OptionGroup, option } from "./option-field";
import {
  axisBorder,
  axisEnds,
  axisPlacement,
  fillOpacity,
  gradient,
  legend,
  lineWidth,
  orientation,
  share,
  showValue,
  tooltipGroup,
} from "./shared-options";

const stackingChoices = choices(["none", "Off"], ["normal", "Normal"], ["percent", "100 %"]);

const gridLines: OptionField = {
  label: "Grid lines",
  input: "switch",
  path: custom("axisGridShow"),
  fallback: true,
};

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
