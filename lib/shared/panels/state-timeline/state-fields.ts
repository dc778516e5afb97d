import { type DataFrame, type Field, timeField } from "@/lib/shared/panels/fields/data-frame";
import { mostSeries } from "@/lib/shared/panels/most-series";
import { StateFieldOptions } from "./options";

export interface StateField {
  key: string;
  field: Field;
  frame: DataFrame;
  timesMs: number[];
  /** The rows of the frame in this order; null where it has the same. */
  rows: number[] | null;
}

/** Every column beside a time column is a lane, whatever its type, unless it is hidden. */
export function stateFields(frames: DataFrame[]): StateField[] {
  const counts = new Map<string, number>();
  const fields = frames.flatMap((frame) => {
    const times = timeField(frame);
    if (!times) return [];
    const stored = times.values.map(Number);
    const rows = risingOrder(stored);
    const timesMs = rows ? rows.map((row) => stored[row] ?? 0) : stored;
    return frame.fields
      .filter((field) => field !== times && field.type !== "time" && !isHidden(field))
      .map((field) => {
        const name = `${field.refId ?? frame.refId}/${field.displayName}`;
        const count = counts.get(name) ?? 0;
        counts.set(name, count + 1);
        return {
          key: count === 0 ? name : `${name}#${count}`,
          field: rows ? { ...field, values: rows.map((row) => field.values[row]) } : field,
          frame,
          timesMs,
          rows,
        };
      });
  });
  return fields.slice(0, mostSeries);
}

/** Rows of several series stand one after another in a table; states go by time. Null where they do already. */
function risingOrder(times: number[]): number[] | null {
  if (times.every((time, row) => row === 0 || time >= (times[row - 1] ?? 0))) return null;
  return times.map((_, row) => row).sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b);
}

function isHidden({ options }: Field): boolean {
  return StateFieldOptions.parse(options.custom).hideFrom.viz;
}
