import { parseArgs } from "node:util";
import { gauge } from "./family/values.ts";
import { type HistoryResult, writeOpenMetrics } from "./history/write-open-metrics.ts";
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

/** Writes what Prometheus would have scraped, as OpenMetrics text for `promtool tsdb create-blocks-from openmetrics`. */
export function writeHistory(request: HistoryRequest): HistoryResult {
  const { host = DEFAULT_HOST, basePort = DEFAULT_BASE_PORT, seed = DEFAULT_SEED } = request;
  const up = gauge("up", "1 while the target answers.", [{ value: () => 1 }]);
  const targets = SYSTEMS.map((system) => ({
    labels: { instance: `${host}:${portOf(system, basePort)}`, job: system },
    families: [up, ...modelOf(system, seed)],
  }));
  return writeOpenMetrics(request.file, targets, momentsOf(request));
}

function momentsOf({ from, to, stepSeconds }: HistoryRequest): number[] {
  if (!(stepSeconds > 0) || !(to >= from)) {
    throw new RangeError("history needs a step above zero and an end that is not before its start");
  }
  const count = Math.floor((to - from) / stepSeconds) + 1;
  return Array.from({ length: count }, (_, index) => from + index * stepSeconds);
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
