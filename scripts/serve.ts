// What the container image runs: migrates the database of DATABASE_URL, seeds if the demo is on, then serves.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { databaseUrl, env, secret } from "../lib/server/env.ts";
import { describeDatabaseError } from "./db/describe-database-error.ts";
import { migrate } from "./db/migrate.ts";
import { serverFlags, serverScript } from "./start/server-flags.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const databaseWaitMs = 60_000;

/** A database that starts at the same time as the console may need a while. */
async function migrateWhenReachable(url: string): Promise<string[]> {
  const until = Date.now() + databaseWaitMs;
  for (;;) {
    try {
      return await migrate(url);
    } catch (error) {
      const { code = "" } = error as { code?: string };
      const waiting = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "57P03"].includes(code);
      if (!waiting || Date.now() > until) throw new Error(describeDatabaseError(url, error));
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}

function run(args: string[]): Promise<number> {
  const child = spawn(process.execPath, args, { cwd: root, stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
}

try {
  env();
  secret();
  const applied = await migrateWhenReachable(databaseUrl());
  if (applied.length > 0) console.log(`Applied ${applied.join(", ")}.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
const seeded = await run(["--conditions=react-server", "--import", "tsx", "scripts/db/seed.ts"]);
process.exit(seeded === 0 ? await run([...serverFlags, serverScript]) : seeded);
