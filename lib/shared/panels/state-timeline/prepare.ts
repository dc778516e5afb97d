import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { rowLinks } from "@/lib/shared/panels/fields/field-links";
import { readyFrames } from "@/lib/shared/panels/fields/to-data-frames";
import type { LegendEntry } from "@/lib/shared/panels/legend/legend-entries";
import { type LegendOptions, readLegendOptions } from "@/lib/shared/panels/legend/legend-options";
import type { PanelData, PrepareContext } from "@/lib/shared/panels/panel-data";
import { StateFieldOptions, StateOptions } from "./options";
import { type StateField, stateFields } from "./state-fields";
import { stateLegend } from "./state-legend";
import type { StateLane, StateModel } from "./state-model";
import { stateOfValue } from "./state-of-value";
import { stateSegments } from "./state-segments";

export interface StatePanelModel extends StateModel {
  legend: { options: LegendOptions; entries: LegendEntry[] };
}

/** Decides a state timeline's picture: one lane a series, one segment a state. */
export function prepareStateTimeline(
  panel: ReadPanel,
  data: PanelData,
  context: PrepareContext,
): StatePanelModel {
  const options = StateOptions.parse(panel.options);
  const range = data.range.toMs > data.range.fromMs ? data.range : context.range;
  const fields = stateFields(readyFrames(panel, data, context));
  const lanes = fields.map((one): StateLane => {
    const { key, field, timesMs } = one;
    const { fillOpacity, lineWidth, spanNulls } = StateFieldOptions.parse(field.options.custom);
    const stateOf = stateOfValue(field, options.mergeValues, context);
    const rule = { merge: options.mergeValues, spanNulls, endMs: range.toMs };
    return {
      key,
      name: field.displayName,
      segments: stateSegments(timesMs, field.values, stateOf, rule),
      fillOpacity: fillOpacity / 100,
      lineWidth,
      labels: field.labels ?? {},
      links: laneLinks(one, context),
    };
  });
  return statePanelModel(panel, context, options, { range, fields, lanes, share: null });
}

/** The links of the sample that a state began with. */
export function laneLinks(one: StateField, context: PrepareContext): StateLane["links"] {
  const links = rowLinks(one, context);
  if (!links) return null;
  return (timeMs) => {
    const row = one.timesMs.findLastIndex((at, index) => at <= timeMs && one.field.values[index] != null);
    return row < 0 ? [] : links(one.rows?.[row] ?? row, one.field.values[row]);
  };
}

interface Drawn {
  range: { fromMs: number; toMs: number };
  fields: StateField[];
  lanes: StateLane[];
  share: number | null;
}

/** What state timeline and status history have in common. */
export function statePanelModel(
  panel: ReadPanel,
  context: PrepareContext,
  options: StateOptions,
  { range, fields, lanes, share }: Drawn,
): StatePanelModel {
  const legend = readLegendOptions(panel.options.legend);
  const times = new Set(fields.flatMap(({ timesMs }) => timesMs));
  return {
    theme: context.theme,
    timeZone: context.timeZone,
    range,
    timesMs: [...times].sort((a, b) => a - b),
    lanes,
    showText: options.showValue,
    align: options.alignValue,
    laneHeight: options.rowHeight,
    share,
    tooltip: options.tooltip.mode,
    perPage: Math.floor(options.perPage),
    legend: { options: legend, entries: legend.shown ? stateLegend(fields, context) : [] },
  };
}
