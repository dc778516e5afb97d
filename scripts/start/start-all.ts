import { execFile } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Env } from "../../lib/server/env.ts";
import { buildConsole, generatePrismaClient } from "./build.ts";
import { Children, tailOf } from "./children.ts";
import { keptSecret, takeDataDir } from "./data-dir.ts";
import { startEmbeddedPostgres } from "./embedded-postgres.ts";
import { RunRecord } from "./leftovers.ts";
import { isPortFree } from "./ports.ts";
import { box, note, step } from "./progress.ts";
import { serverFlags, serverScript } from "./server-flags.ts";
import { startDemo } from "./start-demo.ts";

const run = promisify(execFile);

interface StartOptions {
  root: string;
  dataDir: string;
  settings: Env;
  dev: boolean;
}

/** Everything that one `npm start` holds, so that it can be given back in reverse. */
class Started {
  readonly undo: (() => Promise<void> | void)[] = [];
  stopping = false;

  async stop(exitCode: number): Promise<never> {
    if (this.stopping) return new Promise(() => {});
    this.stopping = true;
    for (const undo of this.undo.toReversed()) await undo();
    process.exit(exitCode);
  }
}

async function assertPortsFree(settings: Env): Promise<void> {
  for (const host of ["127.0.0.1", "0.0.0.0", "::"]) {
    if (await isPortFree(settings.PORT, host)) continue;
    throw new Error(
      `Port ${settings.PORT} is taken by another program. Stop that program, or start with another port: PORT=${settings.PORT + 1} npm start`,
    );
  }
}

async function startDatabase(options: StartOptions, started: Started, record: RunRecord): Promise<string> {
  const { settings, dataDir } = options;
  if (settings.DATABASE_URL) return settings.DATABASE_URL;
  const postgres = await startEmbeddedPostgres({
    dataDir: join(dataDir, "postgres"),
    preferredPort: 5433,
    logFile: join(dataDir, "logs", "postgres.log"),
  });
  record.add(postgres.pid, join(dataDir, "postgres"));
  started.undo.push(() => postgres.stop());
  return postgres.url;
}

async function runScript(root: string, script: string, env: NodeJS.ProcessEnv): Promise<string> {
  try {
    const { stdout } = await run(process.execPath, ["--conditions=react-server", "--import", "tsx", script], {
      cwd: root,
      env,
    });
    return stdout;
  } catch (error) {
    const { stderr = "", message } = error as { stderr?: string; message: string };
    // Our scripts end with a sentence of their own; anything longer means that something else broke.
    if (stderr.trim() !== "" && !stderr.includes("\n    at ")) throw new Error(stderr.trim());
    throw new Error(`${script} failed:\n${(stderr || message).trim().split("\n").slice(-12).join("\n")}`);
  }
}

function consoleEnv(
  { settings, dataDir }: StartOptions,
  databaseUrl: string,
  prometheusUrl?: string,
): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DATABASE_URL: databaseUrl,
    PANELSMITH_DATA_DIR: dataDir,
    PANELSMITH_SECRET: settings.PANELSMITH_SECRET ?? keptSecret(dataDir, "secret", 48),
    ...(settings.PANELSMITH_DEMO && { PANELSMITH_DEMO_PASSWORD: demoPassword(settings, dataDir) }),
    ...(prometheusUrl && { PROMETHEUS_URL: prometheusUrl }),
    // The demo's Prometheus, and a Grafana that one tries it with, run on this machine.
    ...(settings.PANELSMITH_DEMO &&
      settings.UPSTREAM_ALLOWLIST.length === 0 && { UPSTREAM_ALLOWLIST: "localhost,127.0.0.1" }),
    PORT: String(settings.PORT),
    HOSTNAME: process.env.HOST ?? "127.0.0.1",
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

function demoPassword(settings: Env, dataDir: string): string {
  return settings.PANELSMITH_DEMO_PASSWORD ?? keptSecret(dataDir, "demo-password", 9);
}

async function startConsole(
  { root, dataDir, settings, dev }: StartOptions,
  children: Children,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const next = ["node_modules/next/dist/bin/next", "dev", "--port", String(settings.PORT)];
  const args = dev ? [...next, "--hostname", env.HOSTNAME ?? "127.0.0.1"] : [...serverFlags, serverScript];
  // Next calls itself next-server once it runs.
  await children.start({
    ...{ name: "console", command: process.execPath, args, cwd: root, mark: "next" },
    ...{ readyUrl: `http://127.0.0.1:${settings.PORT}/api/ready`, readyTimeoutMs: dev ? 240_000 : 90_000 },
    logFile: join(dataDir, "logs", "console.log"),
    env: { ...env, NODE_ENV: dev ? "development" : "production" },
  });
}

function printWelcome({ settings, dataDir }: StartOptions, needsSetup: boolean): void {
  const url = `http://localhost:${settings.PORT}`;
  const lines = [`Panelsmith  ${url}`, ""];
  if (settings.PANELSMITH_ADMIN_EMAIL)
    lines.push(`Administrator: ${settings.PANELSMITH_ADMIN_EMAIL}, with the password you set`);
  else if (needsSetup) lines.push(`Administrator: made once at ${url}/setup`);
  if (settings.PANELSMITH_DEMO) {
    lines.push("Demo accounts: <role>@<tenant>.demo, for example editor@maestro.demo or viewer@acme.demo");
    lines.push(`Their password: ${demoPassword(settings, dataDir)}`);
  }
  box(lines);
}

/** Brings up all that `npm start` promises, prints the address, and stays until a signal ends it. */
export async function startAll(options: StartOptions): Promise<void> {
  const { root, dataDir, settings, dev } = options;
  console.log("Panelsmith starts");
  const lock = takeDataDir(dataDir);
  const started = new Started();
  started.undo.push(() => lock.release());
  const record = new RunRecord(dataDir);
  const children = new Children(record, (...end) => void reportEnd(started, ...end));
  started.undo.push(
    () => record.clear(),
    () => children.stopAll(),
  );
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => void started.stop(0));
  process.on("disconnect", () => void started.stop(0));
  try {
    mkdirSync(join(dataDir, "logs"), { recursive: true });
    const left = await record.endLeftovers();
    if (left > 0) note(`Ended ${left} processes that an earlier start had left running.`);
    await assertPortsFree(settings);
    await generatePrismaClient(root);
    const wantsMonitoring = settings.PANELSMITH_DEMO && !settings.PROMETHEUS_URL;
    const [, databaseUrl, demoPrometheus] = await Promise.all([
      dev
        ? undefined
        : step(
            "Console",
            () => buildConsole(root),
            (built) => (built ? "Console built" : "Console already built"),
          ),
      prepareDatabase(options, started, record),
      wantsMonitoring ? startDemo({ root, dataDir, consolePort: settings.PORT, children }) : undefined,
    ]);
    const prometheusUrl = settings.PROMETHEUS_URL ?? demoPrometheus;
    const env = consoleEnv(options, databaseUrl, prometheusUrl);
    const seeded = await step("Tenants, users and dashboards in place", () =>
      runScript(root, "scripts/db/seed.ts", env),
    );
    await step("Console started", () => startConsole(options, children, env));
    printWelcome(options, seeded.includes("needs-setup"));
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    await started.stop(1);
  }
}

async function prepareDatabase(options: StartOptions, started: Started, record: RunRecord): Promise<string> {
  const databaseUrl = await step(
    options.settings.DATABASE_URL ? "Database of DATABASE_URL" : "Postgres started",
    () => startDatabase(options, started, record),
  );
  await step("Database migrated", () =>
    runScript(options.root, "scripts/db/migrate.ts", { ...process.env, DATABASE_URL: databaseUrl }),
  );
  return databaseUrl;
}

async function reportEnd(
  started: Started,
  name: string,
  code: number | null,
  logFile: string,
): Promise<void> {
  if (started.stopping) return;
  console.error(
    `\n${name} ended by itself (code ${code}). Its log ${logFile} ends with:\n${await tailOf(logFile)}`,
  );
  if (name === "console") await started.stop(1);
}
