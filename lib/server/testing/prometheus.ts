import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { freePort } from "@/scripts/start/ports.ts";

const run = promisify(execFile);

export interface TestPrometheus {
  url: string;
  stop(): Promise<void>;
}

export interface BackfilledSeries {
  /** As in the text format, `name{label="value"}`. */
  series: string;
  /** Value of the sample at a time in seconds; null leaves it out. */
  valueAt: (timeSeconds: number) => number | null;
}

export interface Backfill {
  startSeconds: number;
  endSeconds: number;
  stepSeconds: number;
  series: BackfilledSeries[];
  /** Names or labels of these need quotes; only a Prometheus 3 gets them. */
  quotedSeries?: BackfilledSeries[];
  /** Has a Prometheus 3 understand all that its parser knows. */
  allSyntax?: boolean;
  /** Scraped every second, with these labels on all that comes of it. */
  scrapes?: { job: string; target: string; labels?: Record<string, string> }[];
  /** Asked, besides the own samples, for series with this name. */
  remoteRead?: { url: string; name: string };
  /** A file of rules, in YAML or JSON. */
  rules?: string;
  /** Further flags of the server. */
  flags?: string[];
}

const syntaxFeatures = [
  "promql-experimental-functions",
  "promql-duration-expr",
  "promql-extended-range-selectors",
  "promql-binop-fill-modifiers",
];

/** Of the `prometheus` of the PATH: what 3 knows, 2 refuses. */
export const prometheusMajor = run("prometheus", ["--version"]).then(({ stdout, stderr }) =>
  Number(/version (\d+)/.exec(stdout + stderr)?.[1]),
);

/** Starts the `prometheus` of the PATH on a free port, with these series already stored; it scrapes only what is named. */
export async function startTestPrometheus(backfill: Backfill): Promise<TestPrometheus> {
  const folder = await mkdtemp(join(tmpdir(), "panelsmith-prometheus-"));
  const port = await freePort(0);
  await writeFile(join(folder, "prometheus.yml"), JSON.stringify(toConfig(backfill)));
  if (backfill.rules) await writeFile(join(folder, "rules.yml"), backfill.rules);
  const isNew = (await prometheusMajor) >= 3;
  const series = [...backfill.series, ...(isNew ? (backfill.quotedSeries ?? []) : [])];
  await writeFile(join(folder, "series.om"), toOpenMetrics({ ...backfill, series }));
  await run("promtool", [
    "tsdb",
    "create-blocks-from",
    "openmetrics",
    join(folder, "series.om"),
    join(folder, "data"),
  ]);
  const child = spawn(
    "prometheus",
    [
      `--config.file=${join(folder, "prometheus.yml")}`,
      `--storage.tsdb.path=${join(folder, "data")}`,
      "--storage.tsdb.retention.time=10y",
      "--web.enable-remote-write-receiver",
      `--web.listen-address=127.0.0.1:${port}`,
      "--log.level=error",
      ...(isNew && backfill.allSyntax ? [`--enable-feature=${syntaxFeatures.join()}`] : []),
      ...(backfill.flags ?? []),
    ],
    { stdio: "ignore" },
  );
  const url = `http://127.0.0.1:${port}`;
  await untilReady(`${url}/-/ready`);
  return { url, stop: () => stopChild(child, folder) };
}

export async function stopChild(child: ChildProcess, folder: string): Promise<void> {
  if (child.exitCode === null) {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
  }
  await rm(folder, { recursive: true, force: true });
}

/** JSON is YAML too. */
function toConfig({ scrapes = [], rules, remoteRead }: Backfill): object {
  const configs = scrapes.map(({ job, target, labels = {} }) => ({
    job_name: job,
    scrape_interval: "1s",
    scrape_timeout: "1s",
    static_configs: [{ targets: [target], labels }],
  }));
  return {
    scrape_configs: configs,
    ...(remoteRead ? { remote_read: [toRemoteRead(remoteRead)] } : {}),
    ...(rules ? { global: { evaluation_interval: "1s" }, rule_files: ["rules.yml"] } : {}),
  };
}

function toRemoteRead({ url, name }: NonNullable<Backfill["remoteRead"]>): object {
  return { url, required_matchers: { __name__: name }, read_recent: true, remote_timeout: "10m" };
}

export function toOpenMetrics({ startSeconds, endSeconds, stepSeconds, series }: Backfill): string {
  const lines: string[] = [];
  for (const { series: name, valueAt } of series) {
    for (let at = startSeconds; at <= endSeconds; at += stepSeconds) {
      const value = valueAt(at);
      if (value !== null) lines.push(`${name} ${value} ${at}`);
    }
  }
  return `${lines.join("\n")}\n# EOF\n`;
}

export async function untilReady(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not become ready within 10 s.`);
}
