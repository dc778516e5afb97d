import { choices, custom, type OptionField, type OptionGroup, option } from "./option-field";

export const calculations = choices(
  ["lastNotNull", "Last (not null)"],
  ["last", "Last"],
  ["firstNotNull", "First (not null)"],
  ["first", "First"],
  ["mean", "Mean"],
  ["median", "Median"],
  ["min", "Min"],
  ["max", "Max"],
  ["sum", "Total"],
  ["count", "Count"],
  ["range", "Range"],
  ["delta", "Delta"],
  ["diff", "Difference"],
  ["diffperc", "Difference in percent"],
  ["stdDev", "Standard deviation"],
  ["p95", "95th percentile"],
  ["p99", "99th percentile"],
);

export const calculation: OptionField = {
  label: "Calculation",
  input: "calculation",
  path: option("reduceOptions", "calcs"),
  choices: calculations,
};

/** What a stat, gauge, bar gauge or pie shows of its data. */
export const values: OptionField[] = [
  calculation,
  { label: "Show every row", input: "switch", path: option("reduceOptions", "values") },
  { label: "Fields", input: "line", path: option("reduceOptions", "fields") },
];

export const orientation: OptionField = {
  label: "Orientation",
  input: "choice",
  path: option("orientation"),
  fallback: "auto",
  choices: choices(["auto", "Auto"], ["horizontal", "Horizontal"], ["vertical", "Vertical"]),
};

export const textSizes: OptionGroup = {
  title: "Text size",
  folded: true,
  fields: [
    { label: "Title", input: "number", path: option("text", "titleSize"), min: 1 },
    { label: "Value", input: "number", path: option("text", "valueSize"), min: 1 },
  ],
};

const legendShown = (fallback: string): OptionField => ({
  label: "Legend",
  input: "choice",
  path: option("legend", "displayMode"),
  fallback,
  choices: choices(["list", "List"], ["table", "Table"], ["hidden", "Hidden"]),
  also: (value) => [[option("legend", "showLegend"), value !== "hidden"]],
  shown: (valueAt) => {
    const show = valueAt(option("legend", "showLegend")) ?? (fallback === "hidden" ? false : undefined);
    return show === false ? "hidden" : valueAt(option("legend", "displayMode"));
  },
});

const legendPlace: OptionField[] = [
  {
    label: "Placement",
    input: "choice",
    path: option("legend", "placement"),
    fallback: "bottom",
    choices: choices(["bottom", "Below"], ["right", "Right"]),
  },
  { label: "Width", input: "number", path: option("legend", "width"), min: 1 },
];

/** `values` are the words beside each name. */
export function legendGroup(beside: OptionField | null, fallback = "list"): OptionGroup {
  return { title: "Legend", fields: [legendShown(fallback), ...legendPlace, ...(beside ? [beside] : [])] };
}

export const legend = legendGroup({
  label: "Values",
  input: "several",
  path: option("legend", "calcs"),
  choices: calculations,
});

export const tooltip: OptionField = {
  label: "Tooltip",
  input: "choice",
  path: option("tooltip", "mode"),
  fallback: "single",
  choices: choices(["single", "Single"], ["multi", "All"], ["none", "None"]),
};

export const tooltipOrder: OptionField[] = [
  {
    label: "Order",
    input: "choice",
    path: option("tooltip", "sort"),
    fallback: "none",
    choices: choices(["none", "None"], ["asc", "Ascending"], ["desc", "Descending"]),
  },
  { label: "Hide zeros", input: "switch", path: option("tooltip", "hideZeros") },
];

export function fillOpacity(fallback: number): OptionField {
  return { label: "Fill opacity", input: "number", path: custom("fillOpacity"), min: 0, max: 100, fallback };
}

export function lineWidth(fallback: number): OptionField {
  return { label: "Line width", input: "number", path: custom("lineWidth"), min: 0, max: 10, fallback };
}

export const gradient: OptionField = {
  label: "Gradient",
  input: "choice",
  path: custom("gradientMode"),
  fallback: "none",
  choices: choices(["none", "None"], ["opacity", "Opacity"], ["hue", "Hue"], ["scheme", "Scheme"]),
};

export const axisPlacement: OptionField = {
  label: "Axis",
  input: "choice",
  path: custom("axisPlacement"),
  fallback: "auto",
  choices: choices(["auto", "Auto"], ["left", "Left"], ["right", "Right"], ["hidden", "Hidden"]),
};

export const axisEnds: OptionField[] = [
  { label: "Axis label", input: "line", path: custom("axisLabel") },
  { label: "Soft minimum", input: "number", path: custom("axisSoftMin") },
  { label: "Soft maximum", input: "number", path: custom("axisSoftMax") },
];

export const axisBorder: OptionField = {
  label: "Axis line",
  input: "switch",
  path: custom("axisBorderShow"),
};

export const showValue: OptionField = {
  label: "Values",
  input: "choice",
  path: option("showValue"),
  fallback: "auto",
  choices: choices(["auto", "Auto"], ["always", "Always"], ["never", "Never"]),
};

/** A part of what there is, from none to all or to `max`. */
export const share = (label: string, key: string, fallback: number, max = 1): OptionField => ({
  label,
  input: "number",
  path: option(key),
  min: 0,
  max,
  step: 0.05,
  fallback,
});

export const tooltipGroup: OptionGroup = { title: "Tooltip", fields: [tooltip] };
