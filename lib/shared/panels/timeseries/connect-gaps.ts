import type { PlottedValue } from "./time-chart-model";

/** Lets the line run on over gaps that are at most this long; NaN and infinities are gaps too. */
export function connectGaps(
  values: readonly PlottedValue[],
  timesMs: readonly number[],
  longestMs: number,
): PlottedValue[] {
  const connected = values.map(drawable);
  let last = -1;
  for (let index = 0; index < connected.length; index++) {
    if (connected[index] == null) continue;
    const since = (timesMs[index] ?? 0) - (timesMs[last] ?? 0);
    if (last >= 0 && index - last > 1 && since <= longestMs) connected.fill(undefined, last + 1, index);
    last = index;
  }
  return connected;
}

/** What a canvas can place: everything else is a gap. */
export function drawable(value: PlottedValue): PlottedValue {
  return typeof value === "number" && !Number.isFinite(value) ? null : value;
}
