import { type DataFrame, type Field, timeField } from "@/lib/shared/panels/fields/data-frame";
import { mostSeries } from "@/lib/shared/panels/most-series";
import { StateFieldOptions } from "./options";

export interface StateField {
  key: string;
  field: Field;
  frame: DataFrame;
  timesMs: number[];
}

/** Every column beside a time column is a lane, whatever its type, unless it is hidden. */
export function stateFields(frames: DataFrame[]): StateField[] {
  const counts = new Map<string, number>();
  const fields = frames.flatMap((frame) => {
    const times = timeField(frame);
    if (!times) return [];
    const timesMs = times.values.map(Number);
    return frame.fields
      .filter((field) => field !== times && field.type !== "time" && !isHidden(field))
      .map((field) => {
        const name = `${field.refId ?? frame.refId}/${field.displayName}`;
        const count = counts.get(name) ?? 0;
        counts.set(name, count + 1);
        return { key: count === 0 ? name : `${name}#${count}`, field, frame, timesMs };
      });
  });
  return fields.slice(0, mostSeries);
}

function isHidden({ options }: Field): boolean {
  return StateFieldOptions.parse(options.custom).hideFrom.viz;
}
