import type { Labels, Reading } from "./family.ts";

/** One line of the exposition: the last step before text. */
export interface Sample {
  name: string;
  labels: Labels;
  value: number;
}

export function samplesOf(reading: Reading): Sample[] {
  const { name } = reading;
  if (reading.type !== "histogram") return reading.points.map((point) => ({ name, ...point }));
  return reading.points.flatMap(({ labels, buckets, sum, count }) => [
    ...reading.bounds.map((bound, index) => ({
      name: `${name}_bucket`,
      labels: { ...labels, le: String(bound) },
      value: buckets[index] ?? 0,
    })),
    { name: `${name}_bucket`, labels: { ...labels, le: "+Inf" }, value: count },
    { name: `${name}_sum`, labels, value: sum },
    { name: `${name}_count`, labels, value: count },
  ]);
}
