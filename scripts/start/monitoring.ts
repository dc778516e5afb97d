import { execFile } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { alertmanagerConfig, prometheusConfig } from "../monitoring/prometheus-config.ts";
import type { Children } from "./children.ts";
import { freePort, freePortRange, onFreePort } from "./ports.ts";
import { note } from "./progress.ts";
import type { Tool } from "./tools.ts";

const run = promisify(execFile);
const historyHours = 7;
const historyStepSeconds = 15;
const firstPaceSeconds = 1;
/** Prometheus takes five seconds to begin with its targets. */
const firstPaceMs = 9_000;

export interface DemoContext {
  root: string;
  dataDir: string;
  consolePort: number;
  children: Children;
}

const exporterSystems = ["codeconductor", "ml-training", "automation", "maestro", "bookmarkai"];

/** Starts the exporters, a port a system, and answers the first of these ports. */
export function startExporters({ root, dataDir, children }: DemoContext): Promise<number> {
  const choose = () => freePortRange(9801, exporterSystems.length);
  return onFreePort(choose, async (basePort) => {
    await children.start({
      name: "The exporters",
      command: process.execPath,
      args: ["--disable-warning=ExperimentalWarning", "monitoring/exporters/main.ts"],
      cwd: root,
      logFile: join(dataDir, "logs", "exporters.log"),
      mark: "monitoring/exporters/main.ts",
      readyUrl: `http://127.0.0.1:${basePort}/healthz`,
      readyTimeoutMs: 60_000,
      readyText: '"ready":true',
      env: {
        ...process.env,
        EXPORTER_HOST: "127.0.0.1",
        EXPORTER_BASE_PORT: String(basePort),
        EXPORTER_STATE_FILE: join(dataDir, "exporters.json"),
      },
    });
    return basePort;
  });
}

/**
 * Hours of history made by the exporters' own models, so that the first look shows lines. Only for an empty store.
 * Writing takes a while, so the time that it took is written after it: then live samples follow without a gap.
 */
export async function backfillHistory(
  context: DemoContext,
  exporterPort: number,
  promtool: Tool,
): Promise<boolean> {
  const store = join(context.dataDir, "prometheus");
  const doneFile = join(context.dataDir, "history-done");
  if (existsSync(doneFile)) return false;
  rmSync(store, { recursive: true, force: true });
  mkdirSync(store, { recursive: true });
  const started = nowOnStep();
  await writeBlocks(context, { from: started - historyHours * 3600, to: started, exporterPort, promtool });
  const next = started + historyStepSeconds;
  if (nowOnStep() >= next)
    await writeBlocks(context, { from: next, to: nowOnStep(), exporterPort, promtool });
  writeFileSync(doneFile, new Date().toISOString());
  return true;
}

function nowOnStep(): number {
  return Math.floor(Date.now() / 1000 / historyStepSeconds) * historyStepSeconds;
}

interface Stretch {
  /** Unix seconds. */
  from: number;
  to: number;
  exporterPort: number;
  promtool: Tool;
}

async function writeBlocks({ root, dataDir }: DemoContext, stretch: Stretch): Promise<void> {
  const { from, to, exporterPort, promtool } = stretch;
  const file = join(dataDir, "history.om");
  const numbers = [from, to, historyStepSeconds, exporterPort].map(String);
  const script = [
    "--disable-warning=ExperimentalWarning",
    "scripts/start/write-history.ts",
    file,
    ...numbers,
  ];
  await run(process.execPath, script, { cwd: root });
  const store = join(dataDir, "prometheus");
  const [command, args] = promtool(["tsdb", "create-blocks-from", "openmetrics", "--quiet", file, store]);
  await run(command, args, { maxBuffer: 1 << 26 });
  rmSync(file, { force: true });
}

interface PrometheusStart {
  tool: Tool;
  exporterPort: number;
  alertmanagerPort: number | undefined;
}

/**
 * Starts the demo's Prometheus and answers its URL. It scrapes every second at first: after a pause nothing is fresh, and
 * panels of the present moment would be empty until each target has had its turn.
 */
export async function startPrometheus(context: DemoContext, start: PrometheusStart): Promise<string> {
  const configFile = join(context.dataDir, "prometheus.yml");
  writeFileSync(configFile, demoPrometheusConfig(context, start, firstPaceSeconds));
  const url = await runPrometheus(context, start.tool, configFile);
  const settled = demoPrometheusConfig(context, start);
  setTimeout(() => void settle(url, configFile, settled), firstPaceMs).unref();
  return url;
}

/** From now on targets are scraped at their own pace. */
async function settle(url: string, configFile: string, config: string): Promise<void> {
  try {
    writeFileSync(configFile, config);
    const answer = await fetch(`${url}/-/reload`, { method: "POST" });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  } catch (error) {
    note(`The demo's Prometheus goes on scraping every second: ${String(error)}`);
  }
}

function runPrometheus(context: DemoContext, tool: Tool, configFile: string): Promise<string> {
  const { dataDir, children } = context;
  const store = join(dataDir, "prometheus");
  mkdirSync(store, { recursive: true });
  return onFreePort(
    () => freePort(9090),
    async (port) => {
      const url = `http://127.0.0.1:${port}`;
      const [command, args] = tool([
        `--config.file=${configFile}`,
        `--storage.tsdb.path=${store}`,
        "--storage.tsdb.retention.time=15d",
        "--web.enable-lifecycle",
        `--web.listen-address=127.0.0.1:${port}`,
      ]);
      await children.start({
        ...{ name: "Prometheus", command, args, mark: dataDir },
        ...{ readyUrl: `${url}/-/ready`, readyTimeoutMs: 60_000 },
        logFile: join(dataDir, "logs", "prometheus.log"),
      });
      return url;
    },
  );
}

function demoPrometheusConfig(
  { root, consolePort }: DemoContext,
  start: PrometheusStart,
  paceSeconds?: number,
): string {
  const { exporterPort, alertmanagerPort } = start;
  const scrapes = exporterSystems.map((job, index) => ({
    job,
    target: `127.0.0.1:${exporterPort + index}`,
    intervalSeconds: paceSeconds ?? (job === "automation" ? 10 : 15),
  }));
  const own = {
    ...{ job: "panelsmith", target: `127.0.0.1:${consolePort}`, intervalSeconds: 15, path: "/api/metrics" },
    token: process.env.PANELSMITH_METRICS_TOKEN,
  };
  return prometheusConfig({
    rulesDir: join(root, "monitoring", "prometheus", "rules"),
    alertmanager: alertmanagerPort === undefined ? undefined : `127.0.0.1:${alertmanagerPort}`,
    targets: [...scrapes, own],
  });
}

/** Starts the demo's Alertmanager, which tells the exporters what fires, and answers its port. */
export function startAlertmanager(
  { dataDir, children }: DemoContext,
  exporterPort: number,
  tool: Tool,
): Promise<number> {
  const configFile = join(dataDir, "alertmanager.yml");
  writeFileSync(configFile, alertmanagerConfig({ webhookUrl: `http://127.0.0.1:${exporterPort}/alerts` }));
  return onFreePort(
    () => freePort(9093),
    async (port) => {
      const [command, args] = tool([
        `--config.file=${configFile}`,
        `--storage.path=${join(dataDir, "alertmanager")}`,
        `--web.listen-address=127.0.0.1:${port}`,
        "--cluster.listen-address=",
      ]);
      await children.start({
        ...{ name: "Alertmanager", command, args, mark: dataDir },
        ...{ readyUrl: `http://127.0.0.1:${port}/-/ready`, readyTimeoutMs: 30_000 },
        logFile: join(dataDir, "logs", "alertmanager.log"),
      });
      return port;
    },
  );
}
