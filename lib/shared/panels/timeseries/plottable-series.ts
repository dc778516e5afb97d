import { type DataFrame, type Field, timeField } from "@/lib/shared/panels/fields/data-frame";
import { mostSeries } from "@/lib/shared/panels/most-series";
import { alignSeries } from "./align-series";
import { TimeseriesFieldOptions } from "./options";
import type { PlottedValue } from "./time-chart-model";

export interface PlottableSeries {
  key: string;
  field: Field;
  frame: DataFrame;
  custom: TimeseriesFieldOptions;
  /** The common row of times, and the values on it. */
  timesMs: number[];
  values: PlottedValue[];
  /** False when the person, or the panel's settings, hid it. */
  visible: boolean;
}

export interface PlottableData {
  timesMs: number[];
  series: PlottableSeries[];
  /** How many more there are than are drawn. */
  leftOut: number;
}

/** Every numeric column beside a time column is a series. Null hides those that the panel's settings hide. */
export function plottableSeries(frames: DataFrame[], hidden: ReadonlySet<string> | null): PlottableData {
  const all: {
    field: Field;
    frame: DataFrame;
    custom: TimeseriesFieldOptions;
    timesMs: number[];
    values: (number | null)[];
  }[] = [];
  for (const frame of frames) {
    const times = timeField(frame)?.values;
    if (!times) continue;
    const timesMs = times.every((time) => typeof time === "number") ? times : times.map(Number);
    for (const field of frame.fields) {
      const values = numbersOf(field);
      if (!values) continue;
      const custom = TimeseriesFieldOptions.parse(field.options.custom);
      const filled = custom.nullValueMode === "null" ? values : values.map((value) => value ?? 0);
      all.push({ field: { ...field, values: filled }, frame, custom, timesMs, values: filled });
    }
  }
  const found = all.slice(0, mostSeries);
  const aligned = alignSeries(found);
  const seen = new Map<string, number>();
  return {
    leftOut: all.length - found.length,
    timesMs: aligned.timesMs,
    series: found.map(({ field, frame, custom }, index) => {
      const key = uniqueKey(seen, `${field.refId ?? frame.refId}/${field.displayName}`);
      return {
        key,
        field,
        frame,
        custom,
        timesMs: aligned.timesMs,
        values: aligned.values[index] ?? [],
        visible: hidden ? !hidden.has(key) : !custom.hideFrom.viz,
      };
    }),
  };
}

function numbersOf(field: Field): (number | null)[] | null {
  if (field.type === "number") return field.values as (number | null)[];
  if (field.type !== "boolean") return null;
  return field.values.map((value) => (typeof value === "boolean" ? Number(value) : null));
}

function uniqueKey(seen: Map<string, number>, key: string): string {
  const count = seen.get(key) ?? 0;
  seen.set(key, count + 1);
  return count === 0 ? key : `${key}#${count}`;
}
