import type { FieldOptions } from "@/lib/shared/dashboards/reading-model";

/** Panel types whose series take palette colours unless told otherwise; all others colour by thresholds. */
const paletteTypes = new Set(["timeseries", "barchart", "piechart", "histogram", "trend", "xychart"]);

const standardThresholds: FieldOptions["thresholds"] = {
  mode: "absolute",
  steps: [
    { value: Number.NEGATIVE_INFINITY, color: "green" },
    { value: 80, color: "red" },
  ],
};

/** The panel's field defaults with what Grafana fills in for its type. */
export function withTypeDefaults(defaults: FieldOptions, panelType: string): FieldOptions {
  const thresholds = defaults.thresholds ?? standardThresholds;
  return { ...defaults, thresholds, color: defaults.color ?? { mode: defaultColorMode(panelType) } };
}

function defaultColorMode(panelType: string): string {
  if (panelType === "state-timeline") return "continuous-GrYlRd";
  return paletteTypes.has(panelType) ? "palette-classic" : "thresholds";
}
