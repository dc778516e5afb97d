// How soon a dashboard of 25 panels is drawn on a warm console, beside a page without panels on the same machine.
// It starts a console of its own with a fresh demo, or asks the one of BENCH_URL.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";

const root = resolve(import.meta.dirname, "../..");
const budgetMs = 1_000;
const runs = 9;
const account = { email: "bench@example.com", password: "a-password-for-the-bench" };
const port = 3410;

interface Console {
  url: string;
  stop: () => Promise<void>;
  /** Resident memory in MB of everything that the start has started, by name. */
  memory: () => Record<string, number>;
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

async function startConsole(): Promise<Console> {
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

/** The 13 shipped dashboards hold at most 15 panels, so one of 25 is put together from two of them. */
async function makeDashboard(page: Page): Promise<string> {
  return page.evaluate(async (api) => {
    const read = async (uid: string) => (await (await fetch(`${api}/${uid}`)).json()).document;
    const [first, second] = [await read("maestro-ml-overview"), await read("ml-operations")];
    const panels = [first, second, await read("api-performance"), await read("tenant-management")]
      .flatMap((document) => document.panels)
      .filter((panel: { type: string }) => panel.type !== "row")
      .slice(0, 25)
      .map((panel: object, index: number) => ({
        ...panel,
        id: index + 1,
        gridPos: { x: (index % 5) * 5, y: Math.floor(index / 5) * 5, w: index % 5 === 4 ? 4 : 5, h: 5 },
      }));
    const document = {
      ...first,
      id: null,
      uid: "bench-25",
      title: "Bench of 25 panels",
      panels,
      refresh: "",
    };
    await fetch(api, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ document }),
    });
    return "bench-25";
  }, "/api/v1/tenants/maestro/dashboards");
}

async function signIn(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${url}/sign-in?next=/t/maestro/dashboards`);
  await page.getByLabel("E-mail").fill(account.email);
  await page.getByLabel("Password", { exact: true }).fill(account.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/t/maestro/dashboards");
  return page;
}

async function timeToSettled(page: Page, url: string, selector: string): Promise<number> {
  const from = performance.now();
  await page.goto(url, { waitUntil: "commit" });
  await page.waitForSelector(selector, { timeout: 30_000 });
  return performance.now() - from;
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const p95 = (values: number[]) => values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? 0;

const started = await startConsole();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
});
try {
  const page = await signIn(browser, started.url);
  const uid = await makeDashboard(page);
  const times: number[] = [];
  const plain: number[] = [];
  for (let run = -2; run < runs; run++) {
    const drawn = await timeToSettled(
      page,
      `${started.url}/t/maestro/d/${uid}`,
      "[data-dashboard-state=settled]",
    );
    const bare = await timeToSettled(page, `${started.url}/t/maestro/dashboards`, "a[href*='/d/']");
    if (run >= 0) times.push(drawn) && plain.push(bare);
  }
  console.log(
    `25 panels drawn: median ${median(times).toFixed(0)} ms, p95 ${p95(times).toFixed(0)} ms; ${(p95(times) / budgetMs).toFixed(2)} of the budget of ${budgetMs} ms`,
  );
  console.log(
    `the list of dashboards, same run: median ${median(plain).toFixed(0)} ms; ratio ${(median(times) / median(plain)).toFixed(2)}`,
  );
  await new Promise((done) => setTimeout(done, 5_000));
  const memory = started.memory();
  const total = Object.values(memory).reduce((sum, value) => sum + value, 0);
  console.log(`resident memory in MB: ${JSON.stringify(memory)}, ${total} in all`);
  console.log(
    `console ${((memory["server.js"] ?? 0) / 400).toFixed(2)} of its budget of 400 MB, all ${(total / 1_500).toFixed(2)} of 1,500 MB`,
  );
} finally {
  await browser.close();
  await started.stop();
}
