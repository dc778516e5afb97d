import { parseArgs } from "node:util";
import type { Family, Labels } from "./family/family.ts";
import { gauge } from "./family/values.ts";
import { columnsOf } from "./history/columns.ts";
import { LineWriter } from "./history/line-writer.ts";
import { openMetricsHead } from "./history/open-metrics.ts";
import { DEFAULT_BASE_PORT, DEFAULT_HOST, DEFAULT_SEED, modelOf, portOf, SYSTEMS } from "./systems.ts";

export interface HistoryRequest {
  /** Unix seconds. */
  from: number;
  /** Unix seconds; the last sample lies at or before it. */
  to: number;
  stepSeconds: number;
  file: string;
  /** As Prometheus scrapes them: they make the instance label. */
  host?: string;
  basePort?: number;
  seed?: number;
}

export interface HistoryResult {
  series: number;
  samples: number;
  bytes: number;
}

interface TargetFamily {
  family: Family;
  target: Labels;
}

/** Writes what Prometheus would have scraped, as OpenMetrics text for `promtool tsdb create-blocks-from openmetrics`. */
export function writeHistory(request: HistoryRequest): HistoryResult {
  const moments = momentsOf(request);
  const times = moments.map((moment) => ` ${moment}\n`);
  const writer = new LineWriter(request.file);
  let series = 0;
  let samples = 0;

  for (const [name, members] of familiesByName(request)) {
    const [first] = members;
    if (!first) continue;
    writer.write(openMetricsHead(name, first.family.type, first.family.help));
    for (const { family, target } of members) {
      for (const column of columnsOf(family, target, moments)) {
        series++;
        samples += writeColumn(writer, column.series, column.values, times);
      }
    }
  }
  writer.write("# EOF\n");
  writer.close();
  return { series, samples, bytes: writer.bytes };
}

function momentsOf({ from, to, stepSeconds }: HistoryRequest): number[] {
  if (!(stepSeconds > 0) || !(to >= from)) {
    throw new RangeError("history needs a step above zero and an end that is not before its start");
  }
  const count = Math.floor((to - from) / stepSeconds) + 1;
  return Array.from({ length: count }, (_, index) => from + index * stepSeconds);
}

/** OpenMetrics wants each family in one place, and systems share the `process_` families. */
function familiesByName(request: HistoryRequest): Map<string, TargetFamily[]> {
  const { host = DEFAULT_HOST, basePort = DEFAULT_BASE_PORT, seed = DEFAULT_SEED } = request;
  const byName = new Map<string, TargetFamily[]>();
  for (const system of SYSTEMS) {
    const target = { instance: `${host}:${portOf(system, basePort)}`, job: system };
    const up = gauge("up", "1 while the target answers.", [{ value: () => 1 }]);
    for (const family of [up, ...modelOf(system, seed)]) {
      byName.set(family.name, [...(byName.get(family.name) ?? []), { family, target }]);
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

function main(): void {
  const { values } = parseArgs({
    options: {
      hours: { type: "string", default: "6" },
      step: { type: "string", default: "15" },
      file: { type: "string", default: "history.om" },
    },
  });
  const stepSeconds = Number(values.step);
  const to = Math.floor(Date.now() / 1000 / stepSeconds) * stepSeconds;
  const started = performance.now();
  const result = writeHistory({ from: to - Number(values.hours) * 3600, to, stepSeconds, file: values.file });
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(`${JSON.stringify({ file: values.file, ...result, seconds, peakMegabytes })}\n`);
}

if (import.meta.main) main();
