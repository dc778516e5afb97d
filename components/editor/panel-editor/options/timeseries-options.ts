import { choices, custom, type OptionGroup } from "./option-field";
import {
  axisBorder,
  axisEnds,
  axisPlacement,
  fillOpacity,
  gradient,
  legend,
  lineWidth,
  tooltip,
  tooltipOrder,
} from "./shared-options";

const graph: OptionGroup = {
  title: "Graph",
  fields: [
    {
      label: "Style",
      input: "choice",
      path: custom("drawStyle"),
      fallback: "line",
      choices: choices(["line", "Lines"], ["bars", "Bars"], ["points", "Points"]),
    },
    {
      label: "Line",
      input: "choice",
      path: custom("lineInterpolation"),
      fallback: "linear",
      choices: choices(
        ["linear", "Straight"],
        ["smooth", "Smooth"],
        ["stepBefore", "Step before"],
        ["stepAfter", "Step after"],
      ),
    },
    lineWidth(1),
    {
      label: "Line style",
      input: "choice",
      path: custom("lineStyle", "fill"),
      fallback: "solid",
      choices: choices(["solid", "Solid"], ["dash", "Dashes"], ["dot", "Dots"]),
    },
    fillOpacity(0),
    gradient,
    {
      label: "Points",
      input: "choice",
      path: custom("showPoints"),
      fallback: "auto",
      choices: choices(["auto", "Auto"], ["always", "Always"], ["never", "Never"]),
    },
    { label: "Point size", input: "number", path: custom("pointSize"), min: 1, max: 40, fallback: 5 },
    {
      label: "Stack series",
      input: "choice",
      path: custom("stacking", "mode"),
      fallback: "none",
      choices: choices(["none", "Off"], ["normal", "Normal"], ["percent", "100 %"]),
    },
    { label: "Connect gaps", input: "switch", path: custom("spanNulls") },
  ],
};

const more: OptionGroup = {
  title: "Bars and areas",
  folded: true,
  fields: [
    {
      label: "Bars stand",
      input: "choice",
      stored: "number",
      path: custom("barAlignment"),
      fallback: "0",
      choices: choices(["-1", "Before"], ["0", "Centred"], ["1", "After"]),
    },
    {
      label: "Width of bars",
      input: "number",
      path: custom("barWidthFactor"),
      min: 0.1,
      max: 1,
      step: 0.1,
      fallback: 0.6,
    },
    { label: "Fill down to series", input: "line", path: custom("fillBelowTo") },
    {
      label: "Turn values",
      input: "choice",
      path: custom("transform"),
      fallback: "",
      choices: choices(["", "As they are"], ["negative-Y", "Below zero"], ["constant", "First value"]),
    },
    {
      label: "Show thresholds",
      input: "choice",
      path: custom("thresholdsStyle", "mode"),
      fallback: "off",
      choices: choices(
        ["off", "Off"],
        ["line", "As lines"],
        ["dashed", "As dashed lines"],
        ["area", "As areas"],
        ["line+area", "As lines and areas"],
        ["dashed+area", "As dashed lines and areas"],
      ),
    },
  ],
};

const axis: OptionGroup = {
  title: "Axis",
  folded: true,
  fields: [
    axisPlacement,
    ...axisEnds,
    {
      label: "Scale",
      input: "choice",
      path: custom("scaleDistribution", "type"),
      fallback: "linear",
      choices: choices(["linear", "Linear"], ["log", "Logarithmic"], ["symlog", "Symlog"]),
    },
    {
      label: "Logarithm of base",
      input: "choice",
      stored: "number",
      path: custom("scaleDistribution", "log"),
      fallback: "2",
      choices: choices(["2", "2"], ["10", "10"]),
    },
    { label: "Zero in the middle", input: "switch", path: custom("axisCenteredZero") },
    {
      label: "Colour of the axis",
      input: "choice",
      path: custom("axisColorMode"),
      fallback: "text",
      choices: choices(["text", "Text"], ["series", "Series"]),
    },
    {
      label: "Grid lines",
      input: "choice",
      stored: "flag",
      path: custom("axisGridShow"),
      fallback: "auto",
      choices: choices(["auto", "Auto"], ["on", "On"], ["off", "Off"]),
    },
    axisBorder,
  ],
};

export const timeseriesOptions: OptionGroup[] = [
  graph,
  more,
  axis,
  legend,
  { title: "Tooltip", fields: [tooltip, ...tooltipOrder] },
];
