import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { labelsKey } from "./family/labels-key.ts";
import { samplesOf } from "./family/samples.ts";
import { writeOpenMetrics } from "./history/write-open-metrics.ts";
import { writeHistory } from "./history.ts";
import { StateFile } from "./overlay/state-file.ts";
import { Exporter } from "./server/exporter.ts";
import { modelOf, SYSTEMS } from "./systems.ts";
import { alertRules } from "./testing/alert-rules.ts";
import {
  createBlocks,
  hasPrometheus,
  hasPromtool,
  prometheusOver,
  type TestPrometheus,
} from "./testing/prometheus.ts";

const TO = Date.UTC(2026, 2, 4, 15, 2, 30) / 1000;
const HOUR = 3600;

const folder = mkdtempSync(join(tmpdir(), "exporters-history-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The samples of an OpenMetrics file as series -> [time, value][]. */
function parsed(file: string): Map<string, [number, number][]> {
  const series = new Map<string, [number, number][]>();
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const [, name, value, time] = /^([^#].*) (\S+) (\S+)$/.exec(line) ?? [];
    if (!name) continue;
    series.set(name, [...(series.get(name) ?? []), [Number(time), Number(value)]]);
  }
  return series;
}

describe("writeHistory", () => {
  const file = join(folder, "short.om");
  const result = writeHistory({ from: TO - 300, to: TO, stepSeconds: 15, file, basePort: 9901 });
  const text = readFileSync(file, "utf8");
  const series = parsed(file);

  it("writes each family once, and ends with EOF", () => {
    const types = text.split("\n").filter((line) => line.startsWith("# TYPE "));
    expect(new Set(types).size).toBe(types.length);
    expect(text.endsWith("\n# EOF\n")).toBe(true);
    expect(text).toContain("# TYPE codeconductor_total_requests unknown\n");
    expect(text).toContain("# TYPE ml_jobs counter\n");
    expect(result).toMatchObject({ series: series.size, bytes: text.length });
  });

  it("labels series as a scrape would, with a target that is up", () => {
    for (const [index, system] of SYSTEMS.entries()) {
      expect(series.has(`up{instance="127.0.0.1:${9901 + index}",job="${system}"}`)).toBe(true);
    }
    expect([...series.keys()].every((name) => /instance="127\.0\.0\.1:990\d",job="/.test(name))).toBe(true);
  });

  it("has a sample every step, in the order of time, to the end", () => {
    const [times = []] = [...series.values()].map((samples) => samples.map(([time]) => time));
    expect(times).toEqual(Array.from({ length: 21 }, (_, index) => TO - 300 + index * 15));
  });

  it("refuses times that make no sense", () => {
    expect(() => writeHistory({ from: TO, to: TO - 1, stepSeconds: 15, file })).toThrow(RangeError);
    expect(() => writeHistory({ from: TO - 1, to: TO, stepSeconds: 0, file })).toThrow(RangeError);
  });

  it.each(SYSTEMS)("joins what the exporter of %s says afterwards", (system) => {
    const exporter = new Exporter(system, 1, new StateFile(undefined));
    const target = { instance: `127.0.0.1:${9901 + SYSTEMS.indexOf(system)}`, job: system };
    const last = new Map(
      [...series].map(([name, samples]) => [
        name.replace(/\{.*/s, "") + keyOf(name),
        samples.at(-1)?.[1] ?? 0,
      ]),
    );
    const compared = exporter.read(TO + 4).flatMap((reading) =>
      samplesOf(reading).map(({ name, labels, value }) => {
        const before = last.get(name + labelsKey({ ...labels, ...target }));
        return { name, type: reading.type, before, value };
      }),
    );
    const known = compared.filter(({ before }) => before !== undefined);
    expect(known.length).toBeGreaterThan(0.97 * compared.length);
    for (const { name, type, before = 0, value } of known) {
      if (type !== "gauge") {
        expect(value, name).toBeGreaterThanOrEqual(before);
        expect(value - before, name).toBeLessThanOrEqual(Math.max(60, 1e-5 * before));
      }
    }
  });

  function keyOf(line: string): string {
    const labels = [...line.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, name = "", value = ""]) => [
      name,
      value,
    ]);
    return labelsKey(Object.fromEntries(labels));
  }
});

describe.skipIf(!hasPromtool)("six hours of history (needs promtool)", () => {
  it("are written and taken by promtool", () => {
    const file = join(folder, "six-hours.om");
    const store = join(folder, "store");
    const started = performance.now();
    const result = writeHistory({ from: TO - 6 * HOUR, to: TO, stepSeconds: 15, file });
    const written = performance.now();
    createBlocks(file, store);
    const loaded = performance.now();
    rmSync(file);
    console.info(
      `${result.samples} samples of ${result.series} series: ` +
        `${Math.round(written - started)} ms to write, ${Math.round(loaded - written)} ms to load`,
    );
    expect(readdirSync(store).length).toBeGreaterThanOrEqual(3);
  }, 180_000);
});

describe.skipIf(!hasPrometheus)("a day under the alert rules (needs prometheus and promtool)", () => {
  const rules = alertRules();
  const from = TO - 25 * HOUR;
  let prometheus: TestPrometheus;

  beforeAll(async () => {
    const file = join(folder, "day.om");
    const shown = [
      "codeconductor_uptime_seconds",
      "codeconductor_response_time_seconds",
      "maestro_rate_limit_exceeded_total",
    ];
    const targets = SYSTEMS.map((system) => ({
      labels: { job: system },
      families: modelOf(system).filter(
        ({ name }) => shown.includes(name) || rules.some(({ expr }) => expr.includes(name)),
      ),
    }));
    const moments = Array.from({ length: (TO - from) / 15 }, (_, index) => from + index * 15);
    writeOpenMetrics(file, targets, moments);
    prometheus = await prometheusOver(file);
    rmSync(file);
  }, 120_000);

  afterAll(() => prometheus?.close());

  it.each(rules)("$name stays silent", async ({ expr, forSeconds }) => {
    const series = await prometheus.queryRange(expr, from + HOUR, TO);
    for (const { values, metric } of series) {
      expect(longestRun(values.map(([time]) => time)), JSON.stringify(metric)).toBeLessThan(forSeconds);
    }
  });

  it.each([
    ["a database outage", "ml_db_connected == 0"],
    ["an open circuit breaker", "ml_producer_circuit_breaker_state == 1"],
    ["a lost connection", "ml_producer_connection_state == 0"],
    ["a tenant above 80 % of a quota", "maestro_tenant_quota_usage_ratio > 0.8"],
    ["a deploy", "resets(codeconductor_uptime_seconds[1m]) > 0"],
    ["memory that a restart frees", "delta(test_watcher_memory_usage_bytes[1m]) < -50e6"],
    ["an error burst", "sum(increase(test_watcher_errors_total[5m])) > 1.5"],
    ["failing calls", "sum(rate(api_errors_total[5m])) > 0.02"],
    ["a model out of order", "codeconductor_model_healthy == 0"],
    ["a worker that restarts", "celery_workers < 4"],
    [
      "a slow spell",
      "sum(rate(codeconductor_response_time_seconds_sum[5m])) / sum(rate(codeconductor_response_time_seconds_count[5m])) > 3",
    ],
    [
      "a client that runs into the rate limit",
      'sum by (tenant_id) (rate(maestro_rate_limit_exceeded_total{tenant_id="hooli"}[5m])) > 0.2',
    ],
  ])("any six hours hold %s", async (_, expr) => {
    const series = await prometheus.queryRange(expr, from, TO);
    const times = [from, ...series.flatMap(({ values }) => values.map(([time]) => time)), TO].sort(
      (a, b) => a - b,
    );
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(times.length).toBeGreaterThan(6);
    expect(Math.max(...gaps)).toBeLessThan(6 * HOUR);
  });
});

function longestRun(times: readonly number[]): number {
  let longest = 0;
  let since = times[0] ?? 0;
  times.forEach((time, index) => {
    if (index > 0 && time - (times[index - 1] ?? 0) > 15) since = time;
    longest = Math.max(longest, time - since);
  });
  return longest;
}
