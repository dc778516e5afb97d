import { choices, type OptionField, type OptionGroup, option } from "./option-field";
import { axisPlacement, tooltip } from "./shared-options";

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
