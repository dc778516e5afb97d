import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { gradientEnds, sliceShades } from "@/lib/shared/panels/fields/background";
import { displayText } from "@/lib/shared/panels/fields/display-value";
import type { LegendEntry, LegendValue } from "@/lib/shared/panels/legend/legend-entries";
import { type LegendOptions, readLegendOptions } from "@/lib/shared/panels/legend/legend-options";
import type { PanelData, PrepareContext } from "@/lib/shared/panels/panel-data";
import { type SingleValue, singleValues } from "@/lib/shared/panels/single-values/single-values";
import { withinReach } from "@/lib/shared/panels/within-reach";
import { PiechartOptions, PieTooltip } from "./options";

export interface PieSlice {
  key: string;
  name: string;
  value: number;
  text: string;
  percentText: string;
  color: string;
  /** From the middle of the pie to its rim. */
  shades: [start: string, end: string];
  /** What is written on the slice, a line each. */
  labels: string[];
  links: SingleValue["links"];
}

export interface PiechartModel {
  donut: boolean;
  slices: PieSlice[];
  tooltip: ReturnType<typeof PieTooltip.parse>;
  legend: LegendOptions;
  entries: LegendEntry[];
}

const none: ReadonlySet<string> = new Set();

/**
 * Decides slices and legend of a pie chart. As in Grafana, values at and below zero have no slice, but a place in the legend and
 * a part in the total that shares are of; what is no number is nowhere.
 */
export function preparePiechart(
  panel: ReadPanel,
  data: PanelData,
  context: PrepareContext,
  hidden: ReadonlySet<string> = none,
): PiechartModel {
  const options = PiechartOptions.parse(panel.options);
  const legend = readLegendOptions(panel.options.legend);
  const values = singleValues(panel, data, context).filter(({ display: { numeric } }) =>
    Number.isFinite(numeric),
  );
  if (options.sort !== "none")
    values.sort((a, b) => (b.display.numeric - a.display.numeric) * (options.sort === "asc" ? -1 : 1));
  const total = values.reduce(
    (sum, { key, display }) => sum + (hidden.has(key) ? 0 : withinReach(display.numeric)),
    0,
  );
  const all = values.map((value) => slice(value, total, options.displayLabels, context));
  return {
    donut: options.pieType === "donut",
    slices: all.filter(({ key, value }) => value > 0 && !hidden.has(key)),
    tooltip: PieTooltip.parse(panel.options.tooltip),
    legend,
    entries: all.map((one) => ({
      key: one.key,
      label: one.name,
      color: one.color,
      values: legendValues(one, total, legend),
    })),
  };
}

function slice(
  { key, title, display, field, links }: SingleValue,
  total: number,
  labels: string[],
  { theme }: PrepareContext,
): PieSlice {
  const text = displayText(display);
  const value = withinReach(display.numeric);
  const percentText = total !== 0 ? `${((value / total) * 100).toFixed(field.options.decimals ?? 0)}%` : "";
  const parts: Record<string, string> = { name: title, value: text, percent: percentText };
  const shown = ["name", "value", "percent"].filter((part) => labels.includes(part));
  return {
    key,
    name: title,
    value,
    text,
    percentText,
    color: display.color,
    shades: gradientEnds(display.color, sliceShades, theme),
    labels: shown.map((part) => parts[part] ?? "").filter(Boolean),
    links,
  };
}

function legendValues(one: PieSlice, total: number, legend: LegendOptions): LegendValue[] {
  const values: Record<string, LegendValue> = {
    value: { id: "value", title: "Value", text: one.text, numeric: one.value },
    percent: {
      id: "percent",
      title: legend.displayMode === "list" && legend.values.length === 1 ? "" : "Percent",
      text: one.percentText,
      numeric: total !== 0 ? one.value / total : Number.NaN,
    },
  };
  return legend.values.flatMap((id) => (Object.hasOwn(values, id) && values[id] ? [values[id]] : []));
}
