import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { PanelData, PrepareContext } from "@/lib/shared/panels/panel-data";
import { transformFrames } from "@/lib/shared/panels/transformations/transform-frames";
import { applyFieldConfig } from "./apply-field-config";
import { type DataFrame, newFrame } from "./data-frame";
import { nameFields } from "./name-fields";
import { resultFrames } from "./result-frames";

/** The panel's results after its transformations, one wide frame a query where the series share their times. */
export function toDataFrames(panel: ReadPanel, data: PanelData, context: PrepareContext): DataFrame[] {
  return widen(toSeriesFrames(panel, data, context));
}

/** Like toDataFrames, but each series keeps a frame of its own, as Grafana's tables show them. */
export function toSeriesFrames(panel: ReadPanel, data: PanelData, context: PrepareContext): DataFrame[] {
  const frames = nameFields(resultFrames(panel, data, context));
  return transformFrames(frames, panel.transformations, context);
}

/** Frames ready to draw: data, transformations, field configuration. */
export function readyFrames(panel: ReadPanel, data: PanelData, context: PrepareContext): DataFrame[] {
  return applyFieldConfig(toDataFrames(panel, data, context), panel, context);
}

function widen(frames: DataFrame[]): DataFrame[] {
  const wide: DataFrame[] = [];
  for (const frame of frames) {
    const last = wide.at(-1);
    if (last && sharesTimes(last, frame)) last.fields.push(...frame.fields.slice(1));
    else wide.push(newFrame({ ...frame, fields: [...frame.fields] }));
  }
  return wide;
}

function sharesTimes(a: DataFrame, b: DataFrame): boolean {
  if (a.shape !== "series" || b.shape !== "series" || a.refId !== b.refId) return false;
  const timesA = a.fields[0];
  const timesB = b.fields[0];
  if (timesA?.type !== "time" || timesB?.type !== "time") return false;
  if (timesA.values === timesB.values) return true;
  return (
    timesA.values.length === timesB.values.length && timesA.values.every((t, i) => t === timesB.values[i])
  );
}
