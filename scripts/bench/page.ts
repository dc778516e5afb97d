// How soon dashboards of 25 and 32 panels are drawn on a warm console, with an empty and a filled browser cache, beside a
// page without panels and, where GRAFANA_URL is set, beside a real Grafana that reads the same Prometheus.
import type { Browser, Page } from "@playwright/test";
import { type BenchConsole, openBenchConsole, prometheusUrlOf, signIn } from "./console/bench-console.ts";
import { benchViewport, findGrafana, type GrafanaSide, grafanaDrawing } from "./console/grafana-side.ts";
import { launchBrowser } from "./console/launch-browser.ts";
import { makeDashboard } from "./console/make-dashboard.ts";
import { median, p95 } from "./console/statistics.ts";
import { consoleDrawing, type DrawTimes, timeDrawing, watchDrawing } from "./console/watch-drawing.ts";

const budgetMs = { first: 400, all: 1_000 };
const runs = Number(process.env.BENCH_RUNS ?? 9);
const coldRuns = Math.ceil(runs / 3);

interface Side {
  name: string;
  page: Page;
  url: string;
  drawing: { drawnPanel: string; busy: string };
}

async function emptyCache(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.clearBrowserCache");
  await devtools.detach();
}

async function measureSide({ page, url, drawing }: Side, panels: number) {
  await watchDrawing(page, { ...drawing, panels });
  const cold: DrawTimes[] = [];
  const warm: DrawTimes[] = [];
  await timeDrawing(page, url);
  for (let run = 0; run < coldRuns; run++) {
    await emptyCache(page);
    cold.push(await timeDrawing(page, url));
  }
  await timeDrawing(page, url);
  for (let run = 0; run < runs; run++) warm.push(await timeDrawing(page, url));
  return { cold, warm };
}

function summary(name: string, times: readonly DrawTimes[]): string {
  const of = (key: keyof DrawTimes) => times.map((time) => time[key]);
  const text = (values: number[]) => `${median(values).toFixed(0)}/${p95(values).toFixed(0)}`;
  return `${name}: first panel ${text(of("firstMs"))} ms, all ${text(of("allMs"))} ms, by the driver's clock ${text(of("wallMs"))} ms`;
}

async function assertAllReady(page: Page, panels: number): Promise<void> {
  const states = await page
    .locator("[data-panel-state]")
    .evaluateAll((nodes) => nodes.map((node) => node.getAttribute("data-panel-state")));
  const ready = states.filter((state) => state === "ready").length;
  if (ready !== panels) throw new Error(`${ready} of ${panels} panels are ready: ${states.join(", ")}`);
}

async function compare(browser: Browser, page: Page, grafana: GrafanaSide | null, count: number) {
  const uid = `bench-${count}`;
  const document = await makeDashboard(page, { uid, title: `Bench of ${count} panels`, count });
  const own = await browser.newPage({
    viewport: benchViewport,
    storageState: await page.context().storageState(),
  });
  const url = new URL(`/t/maestro/d/${uid}`, page.url()).href;
  const ours = await measureSide({ name: "console", page: own, url, drawing: consoleDrawing }, count);
  await assertAllReady(own, count);
  await own.close();
  console.log(`\n${count} panels, median/p95`);
  console.log(summary("  cold browser", ours.cold));
  console.log(summary("  warm browser", ours.warm));
  const allMs = p95(ours.warm.map((time) => time.allMs));
  const firstMs = median(ours.warm.map((time) => time.firstMs));
  console.log(
    `  ${(allMs / budgetMs.all).toFixed(2)} of the budget of ${budgetMs.all} ms for all (p95), ${(firstMs / budgetMs.first).toFixed(2)} of ${budgetMs.first} ms for the first`,
  );
  if (!grafana) return;
  const theirPage = await grafana.openPage(browser);
  const theirUrl = await grafana.put(document);
  const theirs = await measureSide(
    { name: "Grafana", page: theirPage, url: theirUrl, drawing: grafanaDrawing },
    count,
  );
  await theirPage.close();
  console.log(summary("  Grafana, cold browser", theirs.cold));
  console.log(summary("  Grafana, warm browser", theirs.warm));
  for (const kind of ["cold", "warm"] as const) {
    const ratio =
      median(ours[kind].map(({ allMs }) => allMs)) / median(theirs[kind].map(({ allMs }) => allMs));
    console.log(`  console / Grafana, ${kind}: ${ratio.toFixed(2)}`);
  }
}

async function printBarePage(page: Page, url: string): Promise<void> {
  await watchDrawing(page, {
    drawnPanel: "a[href*='/d/']",
    busy: "[data-dashboard-state=loading]",
    panels: 1,
  });
  const times: DrawTimes[] = [];
  for (let run = 0; run < runs; run++) times.push(await timeDrawing(page, `${url}/t/maestro/dashboards`));
  console.log(`\nthe list of dashboards, same run: ${median(times.map(({ allMs }) => allMs)).toFixed(0)} ms`);
}

async function printMemory(started: BenchConsole): Promise<void> {
  await new Promise((done) => setTimeout(done, 5_000));
  const memory = started.memory();
  if (!memory) return;
  const total = Object.values(memory).reduce((sum, value) => sum + value, 0);
  console.log(`resident memory in MB: ${JSON.stringify(memory)}, ${total} in all`);
  console.log(
    `console ${((memory["server.js"] ?? 0) / 400).toFixed(2)} of its budget of 400 MB, all ${(total / 1_500).toFixed(2)} of 1,500 MB`,
  );
}

const started = await openBenchConsole(3410);
const browser = await launchBrowser();
try {
  const page = await signIn(browser, started.url);
  const grafana = findGrafana(await prometheusUrlOf(page));
  for (const count of [25, 32]) await compare(browser, page, grafana, count);
  await printBarePage(page, started.url);
  await printMemory(started);
} finally {
  await browser.close();
  await started.stop();
}
