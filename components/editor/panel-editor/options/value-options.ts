import { choices, type OptionField, type OptionGroup, option } from "./option-field";
import {
  calculations,
  legendGroup,
  orientation,
  textSizes,
  tooltip,
  tooltipOrder,
  values,
} from "./shared-options";

export const statOptions: OptionGroup[] = [
  {
    title: "Stat",
    fields: [
      ...values,
      orientation,
      {
        label: "Colour",
        input: "choice",
        path: option("colorMode"),
        fallback: "value",
        choices: choices(
          ["value", "Value"],
          ["background", "Background gradient"],
          ["background_solid", "Background"],
          ["none", "None"],
        ),
      },
      {
        label: "Sparkline",
        input: "choice",
        path: option("graphMode"),
        fallback: "area",
        choices: choices(["area", "Area"], ["none", "None"]),
      },
      {
        label: "Text",
        input: "choice",
        path: option("textMode"),
        fallback: "auto",
        choices: choices(
          ["auto", "Auto"],
          ["value", "Value"],
          ["value_and_name", "Both"],
          ["name", "Name"],
          ["none", "None"],
        ),
      },
      {
        label: "Alignment",
        input: "choice",
        path: option("justifyMode"),
        fallback: "auto",
        choices: choices(["auto", "Auto"], ["center", "Centre"]),
      },
      { label: "Name beside the value", input: "switch", path: option("wideLayout"), fallback: true },
      { label: "Show percent change", input: "switch", path: option("showPercentChange") },
      {
        label: "Colour of the change",
        input: "choice",
        path: option("percentChangeColorMode"),
        fallback: "standard",
        choices: choices(
          ["standard", "Rise is green"],
          ["inverted", "Rise is red"],
          ["same_as_value", "As the value"],
        ),
      },
    ],
  },
  textSizes,
];

const sizing: OptionField = {
  label: "Size",
  input: "choice",
  path: option("sizing"),
  fallback: "auto",
  choices: choices(["auto", "Auto"], ["manual", "Manual"]),
};

const least = (label: string, key: string, fallback: number, min = 1): OptionField => ({
  label,
  input: "number",
  path: option(key),
  min,
  fallback,
});

export const gaugeOptions: OptionGroup[] = [
  {
    title: "Gauge",
    fields: [
      ...values,
      orientation,
      { label: "Threshold labels", input: "switch", path: option("showThresholdLabels") },
      { label: "Threshold markers", input: "switch", path: option("showThresholdMarkers"), fallback: true },
    ],
  },
  {
    title: "Size",
    folded: true,
    fields: [
      sizing,
      least("Least width", "minVizWidth", 75, 10),
      least("Least height", "minVizHeight", 75, 10),
    ],
  },
  textSizes,
];

export const bargaugeOptions: OptionGroup[] = [
  {
    title: "Bar gauge",
    fields: [
      ...values,
      orientation,
      {
        label: "Display",
        input: "choice",
        path: option("displayMode"),
        fallback: "gradient",
        choices: choices(["gradient", "Gradient"], ["lcd", "LCD"], ["basic", "Basic"]),
      },
      {
        label: "Value",
        input: "choice",
        path: option("valueMode"),
        fallback: "color",
        choices: choices(["color", "Coloured"], ["text", "Plain"], ["hidden", "Hidden"]),
      },
      {
        label: "Names",
        input: "choice",
        path: option("namePlacement"),
        fallback: "auto",
        choices: choices(["auto", "Auto"], ["top", "Above"], ["left", "Left"], ["hidden", "Hidden"]),
      },
      { label: "Show unfilled part", input: "switch", path: option("showUnfilled"), fallback: true },
    ],
  },
  {
    title: "Size",
    folded: true,
    fields: [
      sizing,
      least("Least width", "minVizWidth", 8),
      least("Least height", "minVizHeight", 16),
      least("Greatest height", "maxVizHeight", 300),
    ],
  },
  textSizes,
  legendGroup(
    { label: "Values", input: "several", path: option("legend", "calcs"), choices: calculations },
    "hidden",
  ),
];

export const piechartOptions: OptionGroup[] = [
  {
    title: "Pie",
    fields: [
      ...values,
      {
        label: "Shape",
        input: "choice",
        path: option("pieType"),
        fallback: "pie",
        choices: choices(["pie", "Pie"], ["donut", "Donut"]),
      },
      {
        label: "Labels",
        input: "several",
        path: option("displayLabels"),
        choices: choices(["name", "Name"], ["value", "Value"], ["percent", "Percent"]),
      },
      {
        label: "Order of slices",
        input: "choice",
        path: option("sort"),
        fallback: "desc",
        choices: choices(["desc", "Largest first"], ["asc", "Smallest first"], ["none", "As it comes"]),
      },
    ],
  },
  legendGroup({
    label: "Values",
    input: "several",
    path: option("legend", "values"),
    choices: choices(["value", "Value"], ["percent", "Percent"]),
  }),
  { title: "Tooltip", fields: [tooltip, ...tooltipOrder] },
];
