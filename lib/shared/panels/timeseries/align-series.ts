import type { PlottedValue } from "./time-chart-model";

export interface TimedValues {
  timesMs: number[];
  values: (number | null)[];
}

export interface AlignedSeries {
  timesMs: number[];
  /** Per series, one value a time; undefined where the series has no sample at that time, null where it has a gap. */
  values: PlottedValue[][];
}

/** Brings series of differing times onto one row of times. Series that share their times cost nothing. */
export function alignSeries(series: TimedValues[]): AlignedSeries {
  const first = series[0]?.timesMs ?? [];
  if (isAscending(first) && series.every(({ timesMs }) => timesMs === first || sameTimes(timesMs, first))) {
    return { timesMs: first, values: series.map(({ values }) => values) };
  }
  const grids = new Set(series.map(({ timesMs }) => timesMs));
  const timesMs = [...new Set([...grids].flat())].sort((a, b) => a - b);
  const places = new Map(timesMs.map((time, index) => [time, index]));
  return {
    timesMs,
    values: series.map((one) => {
      const values = new Array<PlottedValue>(timesMs.length).fill(undefined);
      one.timesMs.forEach((time, index) => {
        const place = places.get(time);
        if (place !== undefined) values[place] = one.values[index] ?? null;
      });
      return values;
    }),
  };
}

function sameTimes(a: number[], b: number[]): boolean {
  return a.length === b.length && a.every((time, index) => time === b[index]);
}

function isAscending(times: number[]): boolean {
  return times.every((time, index) => index === 0 || time > (times[index - 1] ?? time));
}
