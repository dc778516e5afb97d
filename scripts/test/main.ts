import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { RunRecord } from "../start/leftovers.ts";
import { ensureTestTools } from "./tools.ts";

const root = resolve(import.meta.dirname, "../..");
const reports = join(root, "test-results");
const modes = new Set(process.argv.slice(2));
const verifyOnly = modes.has("--verify");
const e2eOnly = modes.has("--e2e");
const totals = { passed: 0, failed: 0, skipped: 0 };
const failures: string[] = [];

function node(...args: string[]): boolean {
  return (
    spawnSync(process.execPath, args, {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
    }).status === 0
  );
}

function check(name: string, passes: () => boolean): void {
  const from = Date.now();
  console.log(`\n── ${name}`);
  const passed = passes();
  totals[passed ? "passed" : "failed"]++;
  if (!passed) failures.push(name);
  console.log(`── ${name}: ${passed ? "passed" : "FAILED"} in ${((Date.now() - from) / 1000).toFixed(1)} s`);
}

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** Runs a suite whose report says how many tests it held; a suite that leaves no report has failed. */
function suite(name: string, run: () => boolean, read: () => Counts): void {
  const from = Date.now();
  console.log(`\n── ${name}`);
  const ok = run();
  let counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    counts = read();
  } catch {
    console.error(`${name} left no report.`);
  }
  if (!ok && counts.failed === 0) counts.failed = 1;
  if (counts.passed + counts.failed === 0) counts.failed = 1;
  totals.passed += counts.passed;
  totals.failed += counts.failed;
  totals.skipped += counts.skipped;
  if (counts.failed > 0) failures.push(name);
  console.log(
    `── ${name}: ${counts.passed} passed, ${counts.failed} failed in ${((Date.now() - from) / 1000).toFixed(1)} s`,
  );
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

function vitest(projects: string[]): void {
  const file = join(reports, "vitest.json");
  suite(
    `Vitest (${projects.join(", ")})`,
    () =>
      node(
        "node_modules/vitest/vitest.mjs",
        "run",
        ...projects.map((project) => `--project=${project}`),
        "--reporter=dot",
        "--reporter=json",
        `--outputFile.json=${file}`,
      ),
    () => readVitest(file),
  );
}

/** Each run begins with nothing: what an earlier one changed, or left running as it broke off, is gone. */
async function clearData(): Promise<void> {
  const dataDir = join(root, ".data", "e2e");
  await new RunRecord(dataDir).endLeftovers();
  rmSync(dataDir, { recursive: true, force: true });
}

function playwright(): void {
  const file = join(reports, "playwright.json");
  process.env.PLAYWRIGHT_JSON_OUTPUT_NAME = file;
  suite(
    "End to end in Chromium",
    () => node("node_modules/@playwright/test/cli.js", "test", "--reporter=line,json"),
    () => readPlaywright(file),
  );
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

if (!verifyOnly) await ensureTestTools();
check("Prisma client", () => node("scripts/db/generate.ts"));
if (!e2eOnly) {
  check("Format and lint", () =>
    node("node_modules/@biomejs/biome/bin/biome", "ci", "--diagnostic-level=error", "."),
  );
  check(
    "Types",
    () =>
      node("node_modules/next/dist/bin/next", "typegen") &&
      node("node_modules/typescript/bin/tsc", "--noEmit"),
  );
  check("Import rules", () => node("scripts/check-imports.ts"));
  check("Dead code", () => node("node_modules/knip/bin/knip.js", "--no-progress"));
  check("Shipped dashboards", () =>
    node("--import", "tsx", "scripts/dashboards/lint.ts", "--fail-on=hint", "monitoring/grafana/dashboards"),
  );
  check("Paths named in the documents", () => node("scripts/check-docs.ts"));
  vitest(verifyOnly ? ["unit"] : ["unit", "db"]);
}
if (!verifyOnly) {
  await clearData();
  playwright();
}

for (const name of failures) console.log(`FAILED: ${name}`);
const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : "";
console.log(`\n${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exitCode = totals.failed > 0 ? 1 : 0;
