import { existsSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseEnv } from "../../lib/server/env.ts";
import { startAll } from "./start-all.ts";

const root = resolve(import.meta.dirname, "../..");
const args = new Set(process.argv.slice(2));

function fail(error: unknown): never {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}

function readSettings() {
  for (const file of [".env"]) if (existsSync(join(root, file))) process.loadEnvFile(join(root, file));
  try {
    return parseEnv(process.env);
  } catch (error) {
    fail(error);
  }
}

const settings = readSettings();
const dataDir = resolve(root, settings.PANELSMITH_DATA_DIR);

if (args.has("--reset")) {
  if (existsSync(join(dataDir, "lock"))) fail(new Error("Panelsmith is running. Stop it, then reset."));
  rmSync(dataDir, { recursive: true, force: true });
  console.log(`Removed ${dataDir}: users, dashboards and history of this machine's demo are gone.`);
  process.exit(0);
}

await startAll({ root, dataDir, settings, dev: args.has("--dev") }).catch(fail);
