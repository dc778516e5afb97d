import { execFile } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { alertmanagerConfig, prometheusConfig } from "../monitoring/prometheus-config.ts";
import { type Children, waitForHttp } from "./children.ts";
import type { RunRecord } from "./leftovers.ts";
import type { PrometheusTools, Tool } from "./tools.ts";

const run = promisify(execFile);
const historyHours = 7;

export interface DemoPorts {
  prometheus: number;
  alertmanager: number;
  exporters: number;
  console: number;
}

interface Context {
  root: string;
  dataDir: string;
  ports: DemoPorts;
  children: Children;
  record: RunRecord;
}

const exporterSystems = ["codeconductor", "ml-training", "automation", "maestro", "bookmarkai"];

export async function startExporters({ root, dataDir, ports, children, record }: Context): Promise<void> {
  const logFile = join(dataDir, "logs", "exporters.log");
  const child = children.start({
    name: "exporters",
    command: process.execPath,
    args: ["--disable-warning=ExperimentalWarning", "monitoring/exporters/main.ts"],
    cwd: root,
    logFile,
    env: {
      ...process.env,
      EXPORTER_HOST: "127.0.0.1",
      EXPORTER_BASE_PORT: String(ports.exporters),
      EXPORTER_STATE_FILE: join(dataDir, "exporters.json"),
    },
  });
  record.add(child.pid, "monitoring/exporters/main.ts");
  await waitForHttp(`http://127.0.0.1:${ports.exporters}/healthz`, 20_000, child, logFile);
}

function spawnTool(context: Context, name: string, tool: Tool, args: string[], logFile: string) {
  const [command, commandArgs] = tool(args);
  const child = context.children.start({ name, command, args: commandArgs, logFile });
  context.record.add(child.pid, context.dataDir);
  return child;
}

/** Hours of history made by the exporters' own models, so that the first look shows lines. Only for an empty store. */
export async function backfillHistory(context: Context, promtool: Tool): Promise<boolean> {
  const store = join(context.dataDir, "prometheus");
  const doneFile = join(context.dataDir, "history-done");
  if (existsSync(doneFile)) return false;
  rmSync(store, { recursive: true, force: true });
  mkdirSync(store, { recursive: true });
  const file = join(context.dataDir, "history.om");
  const to = Math.floor(Date.now() / 1000);
  await run(
    process.execPath,
    [
      ...["--disable-warning=ExperimentalWarning", "scripts/start/write-history.ts", file],
      ...[String(to - historyHours * 3600), String(to), String(context.ports.exporters)],
    ],
    { cwd: context.root },
  );
  const [command, args] = promtool(["tsdb", "create-blocks-from", "openmetrics", "--quiet", file, store]);
  await run(command, args, { maxBuffer: 1 << 26 });
  rmSync(file, { force: true });
  writeFileSync(doneFile, new Date().toISOString());
  return true;
}

export async function startPrometheus(context: Context, tools: PrometheusTools): Promise<string> {
  const { root, dataDir, ports } = context;
  const store = join(dataDir, "prometheus");
  mkdirSync(store, { recursive: true });
  const configFile = join(dataDir, "prometheus.yml");
  const scrapes = exporterSystems.map((job, index) => ({
    job,
    target: `127.0.0.1:${ports.exporters + index}`,
    intervalSeconds: job === "automation" ? 10 : 15,
  }));
  writeFileSync(
    configFile,
    prometheusConfig({
      rulesDir: join(root, "monitoring", "prometheus", "rules"),
      alertmanager: tools.alertmanager ? `127.0.0.1:${ports.alertmanager}` : undefined,
      targets: [
        ...scrapes,
        {
          job: "panelsmith",
          target: `127.0.0.1:${ports.console}`,
          intervalSeconds: 15,
          path: "/api/metrics",
        },
      ],
    }),
  );
  const url = `http://127.0.0.1:${ports.prometheus}`;
  const logFile = join(dataDir, "logs", "prometheus.log");
  const child = spawnTool(
    context,
    "Prometheus",
    tools.prometheus,
    [
      `--config.file=${configFile}`,
      `--storage.tsdb.path=${store}`,
      "--storage.tsdb.retention.time=15d",
      "--web.enable-lifecycle",
      `--web.listen-address=127.0.0.1:${ports.prometheus}`,
    ],
    logFile,
  );
  await waitForHttp(`${url}/-/ready`, 60_000, child, logFile);
  return url;
}

export async function startAlertmanager(context: Context, alertmanager: Tool): Promise<void> {
  const { dataDir, ports } = context;
  const configFile = join(dataDir, "alertmanager.yml");
  writeFileSync(configFile, alertmanagerConfig({ webhookUrl: `http://127.0.0.1:${ports.exporters}/alerts` }));
  const logFile = join(dataDir, "logs", "alertmanager.log");
  const child = spawnTool(
    context,
    "Alertmanager",
    alertmanager,
    [
      `--config.file=${configFile}`,
      `--storage.path=${join(dataDir, "alertmanager")}`,
      `--web.listen-address=127.0.0.1:${ports.alertmanager}`,
      "--cluster.listen-address=",
    ],
    logFile,
  );
  await waitForHttp(`http://127.0.0.1:${ports.alertmanager}/-/ready`, 30_000, child, logFile);
}
