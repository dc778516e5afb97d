import { readPanel } from "@/lib/shared/dashboards/read-panel";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { JsonObject } from "@/lib/shared/json";
import type { PanelData, PrepareContext } from "@/lib/shared/panels/panel-data";
import { loadTransformers, transformationIds } from "@/lib/shared/panels/transformations/registry";
import type { Frame, WireValue } from "@/lib/shared/prometheus/frame";

/** What tests of `prepare` functions draw from. */
export const sampleContext: PrepareContext = {
  theme: "dark",
  timeZone: "utc",
  range: { fromMs: 0, toMs: 60_000 },
  transformers: await loadTransformers(transformationIds),
  interpolate: (text) => text.replaceAll("$env", "prod"),
};

export function samplePanel(raw: JsonObject): ReadPanel {
  return readPanel(raw, { id: 1, path: ["panels", 0], gridPos: { x: 0, y: 0, w: 12, h: 8 }, rowId: null });
}

/** Series of one query by the value of their label `name`, a point every 10 s. */
export function rangeOf(series: Record<string, WireValue[]>): Frame {
  return {
    kind: "range",
    startSeconds: 0,
    stepSeconds: 10,
    length: Math.max(0, ...Object.values(series).map((values) => values.length)),
    series: Object.entries(series).map(([name, values]) => ({ labels: { name }, values })),
  };
}

export function instantOf(values: Record<string, WireValue>): Frame {
  return {
    kind: "instant",
    timeSeconds: 50,
    series: Object.entries(values).map(([name, value]) => ({ labels: { name }, value })),
  };
}

export function sampleData(frames: Record<string, Frame>): PanelData {
  const results = Object.entries(frames).map(([refId, frame]) => ({ refId, frame, expr: "x", warnings: [] }));
  return { loading: false, results, errors: [], receivedAtMs: 1, stale: false, range: sampleContext.range };
}

export const noData = sampleData({});
