import { type DataFrame, type Field, timeField } from "@/lib/shared/panels/fields/data-frame";
import { alignSeries } from "./align-series";
import { TimeseriesFieldOptions } from "./options";
import type { PlottedValue } from "./time-chart-model";

export interface PlottableSeries {
  key: string;
  field: Field;
  custom: TimeseriesFieldOptions;
  /** On the common row of times. */
  values: PlottedValue[];
  /** False when the person, or the panel's settings, hid it. */
  visible: boolean;
}

export interface PlottableData {
  timesMs: number[];
  series: PlottableSeries[];
}

/** Every numeric column beside a time column is a series. */
export function plottableSeries(frames: DataFrame[], hidden: ReadonlySet<string>): PlottableData {
  const found: { field: Field; frame: DataFrame; timesMs: number[]; values: (number | null)[] }[] = [];
  for (const frame of frames) {
    const times = timeField(frame)?.values;
    if (!times) continue;
    const timesMs = times.every((time) => typeof time === "number") ? times : times.map(Number);
    for (const field of frame.fields) {
      const values = numbersOf(field);
      if (values) found.push({ field, frame, timesMs, values });
    }
  }
  const aligned = alignSeries(found);
  const seen = new Map<string, number>();
  return {
    timesMs: aligned.timesMs,
    series: found.map(({ field, frame }, index) => {
      const custom = TimeseriesFieldOptions.parse(field.options.custom);
      const key = uniqueKey(seen, `${field.refId ?? frame.refId}/${field.displayName}`);
      return {
        key,
        field,
        custom,
        values: aligned.values[index] ?? [],
        visible: !custom.hideFrom.viz && !hidden.has(key),
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
