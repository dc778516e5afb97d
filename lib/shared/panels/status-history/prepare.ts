import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { readyFrames } from "@/lib/shared/panels/fields/to-data-frames";
import type { PanelData, PrepareContext } from "@/lib/shared/panels/panel-data";
import { StateFieldOptions, StateOptions } from "@/lib/shared/panels/state-timeline/options";
import { laneLinks, type StatePanelModel, statePanelModel } from "@/lib/shared/panels/state-timeline/prepare";
import { type StateField, stateFields } from "@/lib/shared/panels/state-timeline/state-fields";
import type { StateLane, StateSegment } from "@/lib/shared/panels/state-timeline/state-model";
import { stateOfValue } from "@/lib/shared/panels/state-timeline/state-of-value";

/** Decides a status history's picture: one cell a sample, around its time. */
export function prepareStatusHistory(
  panel: ReadPanel,
  data: PanelData,
  context: PrepareContext,
): StatePanelModel {
  const options = StateOptions.parse({ alignValue: "center", ...panel.options });
  const range = data.range.toMs > data.range.fromMs ? data.range : context.range;
  const fields = stateFields(readyFrames(panel, data, context));
  const lanes = fields.map((one) => lane(one, range, context));
  return statePanelModel(panel, context, options, { range, fields, lanes, segmentGap: 1 - options.colWidth });
}

function lane(one: StateField, range: { fromMs: number; toMs: number }, context: PrepareContext): StateLane {
  const { key, field, timesMs } = one;
  const { fillOpacity, lineWidth } = StateFieldOptions.parse(field.options.custom);
  const stateOf = stateOfValue(field, false, context);
  const half = cellMs(timesMs, range) / 2;
  const segments: StateSegment[] = [];
  timesMs.forEach((timeMs, index) => {
    const value = field.values[index];
    if (value == null) return;
    segments.push({ fromMs: timeMs - half, toMs: timeMs + half, ...stateOf(value) });
  });
  const links = laneLinks(one, context);
  const { displayName: name, labels = {} } = field;
  return { key, name, segments, fillOpacity: fillOpacity / 100, lineWidth, labels, links };
}

/** The least distance between samples: cells never overlap. */
function cellMs(timesMs: number[], range: { fromMs: number; toMs: number }): number {
  let least = range.toMs - range.fromMs;
  for (let index = 1; index < timesMs.length; index++) {
    const distance = (timesMs[index] ?? 0) - (timesMs[index - 1] ?? 0);
    if (distance > 0) least = Math.min(least, distance);
  }
  return least;
}
