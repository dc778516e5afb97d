// How soon a dashboard of 25 panels is drawn on a warm console, beside a page without panels on the same machine.
// It starts a console of its own with a fresh demo, or asks the one of BENCH_URL.
import type { Page } from "@playwright/test";
import { openBenchConsole, signIn } from "./console/bench-console.ts";
import { launchBrowser } from "./console/launch-browser.ts";
import { makeDashboard } from "./console/make-dashboard.ts";

const budgetMs = 1_000;
const runs = 9;

/** Milliseconds from navigation to the selector, by the page's own clock: what a person waits, without the test driver's turns. */
async function timeToSettled(page: Page, url: string, selector: string): Promise<number> {
  await page.goto(url, { waitUntil: "commit" });
  const found = await page.waitForFunction(
    (wanted) => (document.querySelector(wanted) ? performance.now() : null),
    selector,
    { timeout: 30_000, polling: "raf" },
  );
  return Number(await found.jsonValue());
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const p95 = (values: number[]) => values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? 0;

const started = await openBenchConsole(3410);
const browser = await launchBrowser();
try {
  const page = await signIn(browser, started.url);
  const uid = await makeDashboard(page, { uid: "bench-25", title: "Bench of 25 panels", count: 25 });
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
  if (memory) {
    const total = Object.values(memory).reduce((sum, value) => sum + value, 0);
    console.log(`resident memory in MB: ${JSON.stringify(memory)}, ${total} in all`);
    console.log(
      `console ${((memory["server.js"] ?? 0) / 400).toFixed(2)} of its budget of 400 MB, all ${(total / 1_500).toFixed(2)} of 1,500 MB`,
    );
  }
} finally {
  await browser.close();
  await started.stop();
}
