// A panel whose query finds 10,000 series, on a Prometheus of its own: how long until the first 500 are drawn and it says so,
// how long the page stands still meanwhile, how much memory the tab takes, and a refresh of it.
import { readdirSync, readFileSync } from "node:fs";
import type { Browser, Page } from "@playwright/test";
import { startTestPrometheus } from "@/lib/server/testing/prometheus.ts";
import { openBenchConsole, signIn } from "./console/bench-console.ts";
import { launchBrowser } from "./console/launch-browser.ts";
import { makeDashboard } from "./console/make-dashboard.ts";
import { framesOf, heapMb, metricOf, openSettled, watchFrames } from "./console/page-metrics.ts";

const memoryBudgetMb = 500;
const seriesCount = 10_000;
const points = 60;
const stepSeconds = 60;
const uid = "bench-many-series";

function startPrometheus() {
  const endSeconds = Math.floor(Date.now() / 60_000) * 60;
  const names = Array.from({ length: seriesCount }, (_, index) => index);
  return startTestPrometheus({
    startSeconds: endSeconds - points * stepSeconds,
    endSeconds,
    stepSeconds,
    series: names.map((index) => ({
      series: `many{instance="host-${index}",zone="z${index % 20}"}`,
      valueAt: (seconds) => (index % 100) + Math.sin(seconds / 600 + index),
    })),
  });
}

async function addDatasource(page: Page, url: string): Promise<string> {
  const api = new URL("/api/v1/tenants/maestro/datasources", page.url()).href;
  const headers = { origin: new URL(page.url()).origin };
  await page.request.delete(`${api}/${uid}`, { headers });
  const made = await page.request.post(api, { headers, data: { uid, name: uid, url, matchers: {} } });
  if (!made.ok()) throw new Error(await made.text());
  return uid;
}

/** Resident memory of the browser's heaviest renderer: the tab. */
function tabMb(): number {
  const sizes = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        if (!readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("--type=renderer")) return [];
        const [, kb = "0"] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
        return [Number(kb) / 1_024];
      } catch {
        return [];
      }
    });
  return Math.max(0, ...sizes);
}

async function measure(browser: Browser, signedIn: Page, url: string): Promise<void> {
  const page = await browser.newPage({ storageState: await signedIn.context().storageState() });
  await watchFrames(page);
  const startedMs = performance.now();
  const devtools = await openSettled(page, `${url}/t/maestro/d/${uid}?from=now-1h&to=now`);
  const drawnMs = performance.now() - startedMs;
  const said = (await page.locator("[data-panel-id='1']").textContent()) ?? "";
  if (!/500/.test(said)) throw new Error(`The panel does not say that it shows 500: ${said.slice(0, 200)}`);
  const frames = await framesOf(page);
  const heap = await heapMb(devtools);
  const mb = tabMb();
  console.log(`${seriesCount} series found, the first 500 drawn, ${points} points each`);
  console.log(`  settled after ${drawnMs.toFixed(0)} ms, longest frame ${Math.max(...frames).toFixed(0)} ms`);
  console.log(
    `  heap ${heap.toFixed(0)} MB; the tab ${mb.toFixed(0)} MB, ${(mb / memoryBudgetMb).toFixed(2)} of ${memoryBudgetMb}`,
  );
  const before = await metricOf(devtools, "ScriptDuration");
  const box = await page.locator("[data-panel-id='1'] .u-over").boundingBox();
  const moves = 40;
  for (let move = 0; box && move < moves; move++) await page.mouse.move(box.x + 10 + move * 5, box.y + 20);
  const hover = ((await metricOf(devtools, "ScriptDuration")) - before) * 1_000;
  console.log(`  script a mouse move over it ${(hover / moves).toFixed(1)} ms`);
}

const started = await openBenchConsole(3440);
const prometheus = await startPrometheus();
const browser = await launchBrowser();
try {
  const page = await signIn(browser, started.url);
  const datasource = await addDatasource(page, prometheus.url);
  const panel = {
    type: "timeseries",
    title: "Many",
    datasource: { type: "prometheus", uid: datasource },
    targets: [{ refId: "A", expr: "many", range: true }],
  };
  await makeDashboard(page, { uid, title: "Bench of many series", panels: [panel] });
  await measure(browser, page, started.url);
} finally {
  await browser.close();
  await prometheus.stop();
  await started.stop();
}
