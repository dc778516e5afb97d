import type { JsonPath } from "@/lib/shared/dashboards/edit/json-path";
import type { Json } from "@/lib/shared/json";

interface Choice {
  value: string;
  label: string;
}

interface FieldBase {
  label: string;
  /** Where the value stands in the panel. */
  path: JsonPath;
  /** Other places that must say the same, for other versions of Grafana. */
  also?: (value: Json | undefined) => [JsonPath, Json | undefined][];
}

export type OptionField = FieldBase &
  (
    | { input: "choice"; choices: Choice[]; fallback: string }
    | { input: "calculations"; choices: Choice[]; single?: boolean; fallback?: undefined }
    | { input: "number"; min?: number; max?: number; fallback?: number }
    | { input: "switch"; fallback?: boolean }
    | { input: "text"; fallback?: string }
  );

export interface OptionGroup {
  title: string;
  fields: OptionField[];
}

const choices = (...pairs: [string, string][]): Choice[] => pairs.map(([value, label]) => ({ value, label }));
const custom = (key: string): JsonPath => ["fieldConfig", "defaults", "custom", key];
const option = (...path: string[]): JsonPath => ["options", ...path];

const calculations = choices(
  ["lastNotNull", "Last (not null)"],
  ["last", "Last"],
  ["mean", "Mean"],
  ["min", "Min"],
  ["max", "Max"],
  ["sum", "Total"],
  ["count", "Count"],
  ["range", "Range"],
  ["delta", "Delta"],
  ["first", "First"],
);

const calculation: OptionField = {
  label: "Calculation",
  input: "calculations",
  single: true,
  path: option("reduceOptions", "calcs"),
  choices: calculations,
};

const orientation: OptionField = {
  label: "Orientation",
  input: "choice",
  path: option("orientation"),
  fallback: "auto",
  choices: choices(["auto", "Auto"], ["horizontal", "Horizontal"], ["vertical", "Vertical"]),
};

const legend: OptionGroup = {
  title: "Legend",
  fields: [
    {
      label: "Legend",
      input: "choice",
      path: option("legend", "displayMode"),
      fallback: "list",
      choices: choices(["list", "List"], ["table", "Table"], ["hidden", "Hidden"]),
      also: (value) => [[option("legend", "showLegend"), value !== "hidden"]],
    },
    {
      label: "Placement",
      input: "choice",
      path: option("legend", "placement"),
      fallback: "bottom",
      choices: choices(["bottom", "Below"], ["right", "Right"]),
    },
    { label: "Values", input: "calculations", path: option("legend", "calcs"), choices: calculations },
  ],
};

const tooltip: OptionGroup = {
  title: "Tooltip",
  fields: [
    {
      label: "Tooltip",
      input: "choice",
      path: option("tooltip", "mode"),
      fallback: "single",
      choices: choices(["single", "Single"], ["multi", "All"], ["none", "None"]),
    },
  ],
};

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
    { label: "Line width", input: "number", path: custom("lineWidth"), min: 0, max: 10, fallback: 1 },
    { label: "Fill opacity", input: "number", path: custom("fillOpacity"), min: 0, max: 100, fallback: 0 },
    {
      label: "Points",
      input: "choice",
      path: custom("showPoints"),
      fallback: "auto",
      choices: choices(["auto", "Auto"], ["always", "Always"], ["never", "Never"]),
    },
    {
      label: "Stack series",
      input: "choice",
      path: [...custom("stacking"), "mode"],
      fallback: "none",
      choices: choices(["none", "Off"], ["normal", "Normal"], ["percent", "100 %"]),
    },
    { label: "Connect gaps", input: "switch", path: custom("spanNulls") },
  ],
};

/** What each type offers beside the fields that all share; a type without an entry is edited as JSON. */
export const optionFields: Record<string, OptionGroup[]> = {
  timeseries: [graph, legend, tooltip],
  stat: [
    {
      title: "Stat",
      fields: [
        calculation,
        orientation,
        {
          label: "Colour",
          input: "choice",
          path: option("colorMode"),
          fallback: "value",
          choices: choices(["value", "Value"], ["background", "Background"], ["none", "None"]),
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
          ),
        },
      ],
    },
  ],
  gauge: [
    {
      title: "Gauge",
      fields: [
        calculation,
        orientation,
        { label: "Threshold labels", input: "switch", path: option("showThresholdLabels") },
        { label: "Threshold markers", input: "switch", path: option("showThresholdMarkers"), fallback: true },
      ],
    },
  ],
  bargauge: [
    {
      title: "Bar gauge",
      fields: [
        calculation,
        orientation,
        {
          label: "Display",
          input: "choice",
          path: option("displayMode"),
          fallback: "gradient",
          choices: choices(["gradient", "Gradient"], ["lcd", "LCD"], ["basic", "Basic"]),
        },
      ],
    },
  ],
  piechart: [
    {
      title: "Pie",
      fields: [
        calculation,
        {
          label: "Shape",
          input: "choice",
          path: option("pieType"),
          fallback: "pie",
          choices: choices(["pie", "Pie"], ["donut", "Donut"]),
        },
      ],
    },
    legend,
  ],
  table: [
    {
      title: "Table",
      fields: [{ label: "Show header", input: "switch", path: option("showHeader"), fallback: true }],
    },
  ],
  text: [
    {
      title: "Text",
      fields: [
        {
          label: "Mode",
          input: "choice",
          path: option("mode"),
          fallback: "markdown",
          choices: choices(["markdown", "Markdown"], ["html", "HTML"]),
        },
        { label: "Content", input: "text", path: option("content") },
      ],
    },
  ],
  barchart: [legend, tooltip],
  "state-timeline": [legend, tooltip],
  "status-history": [legend, tooltip],
};
