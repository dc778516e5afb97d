import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { readyFrames } from "@/lib/shared/panels/fields/to-data-frames";
import type { PanelData, PrepareContext } from "@/lib/shared/panels/panel-data";
import { StateOptions, StatusFieldOptions } from "@/lib/shared/panels/state-timeline/options";
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
  const asked = data.range.toMs > data.range.fromMs ? data.range : context.range;
  const fields = stateFields(readyFrames(panel, data, context));
  const half = halfCell(fields, asked);
  const lanes = fields.map((one) => lane(one, half, context));
  const range = wholeCells(fields, asked, half);
  return statePanelModel(panel, context, options, { range, fields, lanes, share: options.colWidth });
}

function lane(one: StateField, half: number, context: PrepareContext): StateLane {
  const { key, field, timesMs } = one;
  const { fillOpacity, lineWidth } = StatusFieldOptions.parse(field.options.custom);
  const stateOf = stateOfValue(field, false, context);
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

interface Range {
  fromMs: number;
  toMs: number;
}

/** All cells are of one width: half of the least distance between two samples to each side. */
function halfCell(fields: StateField[], range: Range): number {
  const times = new Set(fields.flatMap(({ timesMs }) => timesMs));
  return (
    cellMs(
      [...times].sort((a, b) => a - b),
      range,
    ) / 2
  );
}

/** Cells at the ends of the range are in view whole. */
function wholeCells(fields: StateField[], { fromMs, toMs }: Range, half: number): Range {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { timesMs } of fields) {
    first = Math.min(first, timesMs[0] ?? first);
    last = Math.max(last, timesMs.at(-1) ?? last);
  }
  return {
    fromMs: first >= fromMs && first - half < fromMs ? first - half : fromMs,
    toMs: last <= toMs && last + half > toMs ? last + half : toMs,
  };
}

/** The least distance between samples: cells never overlap. */
function cellMs(timesMs: number[], range: Range): number {
  let least = range.toMs - range.fromMs;
  for (let index = 1; index < timesMs.length; index++) {
    const distance = (timesMs[index] ?? 0) - (timesMs[index - 1] ?? 0);
    if (distance > 0) least = Math.min(least, distance);
  }
  return least;
}
