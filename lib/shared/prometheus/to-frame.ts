import { isJsonObject } from "@/lib/shared/json";
import type { InstantFrame, RangeFrame, WireValue } from "./frame";

export interface RangeGrid {
  startSeconds: number;
  endSeconds: number;
  stepSeconds: number;
}

/** The `data` of a Prometheus range query on its grid of steps; a step without a sample is null. */
export function toRangeFrame(
  data: unknown,
  { startSeconds, endSeconds, stepSeconds }: RangeGrid,
): RangeFrame {
  const length = Math.max(1, Math.floor((endSeconds - startSeconds) / stepSeconds + 1e-6) + 1);
  const series = resultOf(data).map((item) => {
    const values = new Array<WireValue>(length).fill(null);
    for (const sample of Array.isArray(item.values) ? item.values : []) {
      const [time, value] = readSample(sample);
      const index = Math.round((time - startSeconds) / stepSeconds);
      if (index >= 0 && index < length) values[index] = value;
    }
    return { labels: readLabels(item.metric), values };
  });
  return { kind: "range", startSeconds, stepSeconds, length, series };
}

/** The `data` of an instant query; a scalar is one series without labels. */
export function toInstantFrame(data: unknown, timeSeconds: number): InstantFrame {
  if (isJsonObject(data) && (data.resultType === "scalar" || data.resultType === "string")) {
    const [time, value] = readSample(data.result);
    return { kind: "instant", timeSeconds: time, series: [{ labels: {}, value }] };
  }
  const series = resultOf(data).flatMap((item) => {
    const last = Array.isArray(item.values) ? item.values.at(-1) : item.value;
    return last === undefined ? [] : [{ labels: readLabels(item.metric), value: readSample(last)[1] }];
  });
  return { kind: "instant", timeSeconds, series };
}

export function toWireValue(text: unknown): WireValue {
  if (text === "NaN" || text === "+Inf" || text === "-Inf") return text;
  if (text === "Inf") return "+Inf";
  const value = typeof text === "string" && text !== "" ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : "NaN";
}

function resultOf(data: unknown): { [key: string]: unknown }[] {
  if (!isJsonObject(data) || !Array.isArray(data.result)) return [];
  return data.result.filter(isJsonObject);
}

function readSample(sample: unknown): [number, WireValue] {
  return Array.isArray(sample) ? [Number(sample[0]), toWireValue(sample[1])] : [Number.NaN, null];
}

function readLabels(metric: unknown): Record<string, string> {
  if (!isJsonObject(metric)) return {};
  return Object.fromEntries(Object.entries(metric).map(([name, value]) => [name, String(value)]));
}
