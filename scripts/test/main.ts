import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildConsole } from "../start/build.ts";
import { RunRecord } from "../start/leftovers.ts";
import { ensureTestTools } from "./tools.ts";
import { type Counts, Totals } from "./totals.ts";

const root = resolve(import.meta.dirname, "../..");
const reports = join(root, "test-results");
const isMode = (arg: string) => arg === "--verify" || arg === "--e2e";
const modes = new Set(process.argv.slice(2).filter(isMode));
const verifyOnly = modes.has("--verify");
const e2eOnly = modes.has("--e2e");
/** What else was asked for goes to Playwright: a file, a title, a recording. */
const e2eArgs = process.argv.slice(2).filter((arg) => !isMode(arg));
const totals = new Totals();

function node(...args: string[]): Promise<boolean> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
  });
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    process.exit(1);
  };
  process.once("SIGTERM", end).once("SIGINT", end);
  return new Promise<boolean>((done) => {
    child.on("error", () => done(false));
    child.on("exit", (code) => done(code === 0));
  }).finally(() => process.off("SIGTERM", end).off("SIGINT", end));
}

function readVitest(file: string): Counts {
  const report = JSON.parse(readFileSync(file, "utf8")) as {
    numPassedTests: number;
    numFailedTests: number;
    numFailedTestSuites: number;
    numPendingTests: number;
  };
  const failed = report.numFailedTests || report.numFailedTestSuites;
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests };
}

function readPlaywright(file: string): Counts {
  const { stats } = JSON.parse(readFileSync(file, "utf8")) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  };
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

async function checks(): Promise<void> {
  const bin = (path: string, ...args: string[]) => node(`node_modules/${path}`, ...args);
  await totals.check("Format and lint", () =>
    bin("@biomejs/biome/bin/biome", "ci", "--diagnostic-level=error", "."),
  );
  await totals.check(
    "Types",
    async () => (await bin("next/dist/bin/next", "typegen")) && bin("typescript/bin/tsc", "--noEmit"),
  );
  await totals.check("Import rules", () => node("scripts/check-imports.ts"));
  await totals.check("Dead code", () => bin("knip/bin/knip.js", "--no-progress"));
  await totals.check("Shipped dashboards", () =>
    node("--import", "tsx", "scripts/dashboards/lint.ts", "--fail-on=hint", "monitoring/grafana/dashboards"),
  );
  await totals.check("Paths named in the documents", () => node("scripts/check-docs.ts"));
}

async function vitest(projects: string[]): Promise<void> {
  const file = join(reports, "vitest.json");
  const args = [
    ...projects.map((project) => `--project=${project}`),
    ...["--reporter=dot", "--reporter=json", `--outputFile.json=${file}`],
  ];
  await totals.suite(
    `Vitest (${projects.join(", ")})`,
    () => node("node_modules/vitest/vitest.mjs", "run", ...args),
    () => readVitest(file),
  );
}

/** Each run begins with nothing: what an earlier one changed, or left running as it broke off, is gone. */
async function clearData(): Promise<void> {
  const dataDir = join(root, ".data", "e2e");
  await new RunRecord(dataDir).endLeftovers();
  rmSync(dataDir, { recursive: true, force: true });
}

async function playwright(): Promise<void> {
  const file = join(reports, "playwright.json");
  process.env.PLAYWRIGHT_JSON_OUTPUT_NAME = file;
  await clearData();
  await totals.suite(
    "End to end in Chromium",
    () => node("node_modules/@playwright/test/cli.js", "test", "--reporter=line,json", ...e2eArgs),
    () => readPlaywright(file),
  );
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

if (!verifyOnly) await ensureTestTools();
await totals.check("Prisma client", () => node("scripts/db/generate.ts"));
if (!e2eOnly) await checks();
// Needed at the end only, and made while tests wait for databases; not before the types are checked: both write into .next.
const fault = verifyOnly ? undefined : buildConsole(root).then(() => "", String);
if (!e2eOnly) await vitest(verifyOnly ? ["unit"] : ["unit", "db"]);
if (fault) {
  await totals.check("Build", async () => {
    const said = await fault;
    if (said) console.error(said);
    return said === "";
  });
  await playwright();
}

totals.print();
process.exitCode = totals.hasFailed ? 1 : 0;
