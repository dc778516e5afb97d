import type { Family, Labels } from "../family/family.ts";
import { columnsOf } from "./columns.ts";
import { LineWriter } from "./line-writer.ts";
import { openMetricsHead } from "./open-metrics.ts";

export interface HistoryTarget {
  /** Of the target itself: job and instance. */
  labels: Labels;
  families: readonly Family[];
}

export interface HistoryResult {
  series: number;
  samples: number;
  bytes: number;
}

interface Member {
  family: Family;
  labels: Labels;
}

/** Writes the families of the targets at the given moments, in Unix seconds. One family at a time is in memory. */
export function writeOpenMetrics(
  file: string,
  targets: readonly HistoryTarget[],
  moments: readonly number[],
): HistoryResult {
  const times = moments.map((moment) => ` ${moment}\n`);
  const writer = new LineWriter(file);
  let series = 0;
  let samples = 0;
  for (const [name, members] of membersByName(targets)) {
    const [first] = members;
    if (!first) continue;
    writer.write(openMetricsHead(name, first.family.type, first.family.help));
    for (const { family, labels } of members) {
      for (const column of columnsOf(family, labels, moments)) {
        series++;
        samples += writeColumn(writer, column.series, column.values, times);
      }
    }
  }
  writer.write("# EOF\n");
  writer.close();
  return { series, samples, bytes: writer.bytes };
}

/** OpenMetrics wants each family in one place, and targets share the `process_` families. */
function membersByName(targets: readonly HistoryTarget[]): Map<string, Member[]> {
  const byName = new Map<string, Member[]>();
  for (const { labels, families } of targets) {
    for (const family of families) {
      byName.set(family.name, [...(byName.get(family.name) ?? []), { family, labels }]);
    }
  }
  return byName;
}

function writeColumn(
  writer: LineWriter,
  series: string,
  values: Float64Array,
  times: readonly string[],
): number {
  let written = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    writer.write(`${series} ${value}${times[index]}`);
    written++;
  }
  return written;
}
