import { barchartOptions, histogramOptions } from "./options/bar-options";
import { heatmapOptions } from "./options/heatmap-options";
import { alertlistOptions, dashlistOptions, tableOptions, textOptions } from "./options/list-options";
import { nodeGraphOptions } from "./options/node-graph-options";
import type { OptionField, OptionGroup } from "./options/option-field";
import { stateTimelineOptions, statusHistoryOptions } from "./options/state-options";
import { timeseriesOptions } from "./options/timeseries-options";
import { bargaugeOptions, gaugeOptions, piechartOptions, statOptions } from "./options/value-options";

/** What each type offers beside the fields that all share; a type without an entry is edited as JSON. */
export const optionFields: Record<string, OptionGroup[]> = {
  timeseries: timeseriesOptions,
  stat: statOptions,
  gauge: gaugeOptions,
  bargauge: bargaugeOptions,
  piechart: piechartOptions,
  table: tableOptions,
  text: textOptions,
  barchart: barchartOptions,
  histogram: histogramOptions,
  heatmap: heatmapOptions,
  nodeGraph: nodeGraphOptions,
  "state-timeline": stateTimelineOptions,
  "status-history": statusHistoryOptions,
  alertlist: alertlistOptions,
  dashlist: dashlistOptions,
};

/** The settings of a type's fields that an override may set as well, by the id of its property. */
export function overridable(type: string): Map<string, OptionField> {
  const found = new Map<string, OptionField>();
  for (const field of (optionFields[type] ?? []).flatMap((group) => group.fields)) {
    const [root, , where, key] = field.path;
    const id = `custom.${key}`;
    if (root === "fieldConfig" && where === "custom" && !found.has(id)) found.set(id, field);
  }
  return found;
}
