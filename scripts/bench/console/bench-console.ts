import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { allowInnerFunctions } from "./launch-browser.ts";

const root = resolve(import.meta.dirname, "../../..");
const account = {
  email: process.env.PANELSMITH_ADMIN_EMAIL ?? "bench@example.com",
  password: process.env.PANELSMITH_ADMIN_PASSWORD ?? "a-password-for-the-bench",
};

export interface BenchConsole {
  url: string;
  stop: () => Promise<void>;
  /** Resident memory in MB of everything that the start has started, by name; null for a console of somebody else. */
  memory: () => Record<string, number> | null;
}

/** The Prometheus that the console's dashboards read, for whatever is measured beside it. */
export async function prometheusUrlOf(page: Page): Promise<string> {
  const answer = await page.request.get(new URL("/api/v1/tenants/maestro/datasources", page.url()).href);
  const { items }: { items: { url: string; isDefault: boolean }[] } = await answer.json();
  const found = items.find(({ isDefault }) => isDefault);
  if (!found) throw new Error("The tenant has no default datasource.");
  return found.url;
}

/** The console of BENCH_URL (signed in to with PANELSMITH_ADMIN_EMAIL and _PASSWORD), or one of its own with a fresh demo. */
export async function openBenchConsole(port: number): Promise<BenchConsole> {
  const url = process.env.BENCH_URL;
  return url ? { url, stop: async () => undefined, memory: () => null } : startConsole(port);
}

export async function signIn(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await allowInnerFunctions(page);
  await page.goto(`${url}/sign-in?next=/t/maestro/dashboards`);
  await page.getByLabel("E-mail").fill(account.email);
  await page.getByLabel("Password", { exact: true }).fill(account.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(({ pathname }) => pathname === "/t/maestro/dashboards");
  await page.waitForLoadState("networkidle");
  return page;
}

async function startConsole(port: number): Promise<BenchConsole> {
  const dataDir = mkdtempSync(join(tmpdir(), "panelsmith-bench-"));
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      PORT: String(port),
      PANELSMITH_DATA_DIR: dataDir,
      PANELSMITH_ADMIN_EMAIL: account.email,
      PANELSMITH_ADMIN_PASSWORD: account.password,
    },
  });
  await new Promise<void>((done, reject) => {
    child.stdout.on("data", (chunk: Buffer) => chunk.includes("Ready after") && done());
    child.once("exit", () => reject(new Error("The console did not start.")));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    memory: () => memoryOf(child),
    stop: () =>
      new Promise((done) => {
        child.once("exit", () => {
          rmSync(dataDir, { recursive: true, force: true });
          done();
        });
        child.kill("SIGTERM");
      }),
  };
}

function memoryOf(child: ChildProcess): Record<string, number> {
  const totals: Record<string, number> = {};
  for (const pid of [child.pid ?? 0, ...descendants(child.pid ?? 0)]) {
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    const known = ["server.js", "exporters/main.ts", "alertmanager", "prometheus ", "postgres"];
    // The console's server calls itself next-server once it runs.
    const name = command.startsWith("next-server")
      ? "server.js"
      : (known.find((part) => command.includes(part)) ?? "start");
    totals[name] = (totals[name] ?? 0) + residentMb(pid);
  }
  return totals;
}

function residentMb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

function descendants(pid: number): number[] {
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((other) => {
      try {
        return Number(readFileSync(`/proc/${other}/stat`, "utf8").split(") ")[1]?.split(" ")[1]) === pid;
      } catch {
        return false;
      }
    });
  return children.flatMap((child) => [child, ...descendants(child)]);
}
