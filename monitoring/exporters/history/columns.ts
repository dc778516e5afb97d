import { type Family, type Labels, type Reading, readFamily } from "../family/family.ts";
import { labelsKey } from "../family/labels-key.ts";
import { openMetricsSeries } from "./open-metrics.ts";

/** One series over all moments; not a number where it did not exist. */
export interface Column {
  series: string;
  values: Float64Array;
}

/** All series of a family, in the order of their first appearance. */
export function columnsOf(family: Family, target: Labels, moments: readonly number[]): Column[] {
  const groups = new Map<string, Column[]>();
  const keys = new WeakMap<Labels, string>();

  const groupOf = (reading: Reading, labels: Labels): Column[] => {
    const key = keys.get(labels) ?? labelsKey(labels);
    keys.set(labels, key);
    const known = groups.get(key);
    if (known) return known;
    const group = seriesOf(reading, { ...labels, ...target }).map((series) => ({
      series,
      values: new Float64Array(moments.length).fill(Number.NaN),
    }));
    groups.set(key, group);
    return group;
  };

  moments.forEach((moment, index) => {
    const reading = readFamily(family, moment);
    for (const point of reading.points) {
      const row =
        "buckets" in point ? [...point.buckets, point.count, point.sum, point.count] : [point.value];
      groupOf(reading, point.labels).forEach(({ values }, place) => {
        values[index] = row[place] ?? Number.NaN;
      });
    }
  });
  return [...groups.values()].flat();
}

function seriesOf(reading: Reading, labels: Labels): string[] {
  const { name } = reading;
  if (reading.type !== "histogram") return [openMetricsSeries(name, labels)];
  return [
    ...[...reading.bounds.map(String), "+Inf"].map((le) =>
      openMetricsSeries(`${name}_bucket`, { ...labels, le }),
    ),
    openMetricsSeries(`${name}_sum`, labels),
    openMetricsSeries(`${name}_count`, labels),
  ];
}
