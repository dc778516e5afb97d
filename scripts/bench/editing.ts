// The edit page: how soon the editor of a panel stands with its query field and its drawn panel, with a filled browser cache,
// and how long a keystroke in the query takes until the next frame.
import type { Page } from "@playwright/test";
import { openBenchConsole, signIn } from "./console/bench-console.ts";
import { launchBrowser } from "./console/launch-browser.ts";
import { makeDashboard } from "./console/make-dashboard.ts";
import { median, p95 } from "./console/statistics.ts";
import { timeDrawing, type Watched, watchDrawing } from "./console/watch-drawing.ts";

const runs = Number(process.env.BENCH_RUNS ?? 9);
const frameMs = 1_000 / 60;
const uid = "bench-editing";
const typed = "rate(http_requests_total[5m]) + on (job) group_left sum by (job) (up)";

/** From the key's event to the frame that shows it, by the page's clock. */
async function keystrokes(page: Page): Promise<number[]> {
  const field = page.locator("[data-query='A'] .cm-content").first();
  await field.click();
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Delete");
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { benchKeys: times });
    const note = ({ timeStamp }: Event) =>
      requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - timeStamp)));
    document.addEventListener("keydown", note, { capture: true });
  });
  await page.keyboard.type(typed, { delay: 60 });
  await page.waitForTimeout(500);
  const times = await page.evaluate(() => (window as unknown as { benchKeys: number[] }).benchKeys);
  if (times.length < typed.length) throw new Error(`${times.length} of ${typed.length} keys were noted.`);
  return times;
}

async function timesOf(page: Page, url: string, drawing: Watched): Promise<number[]> {
  await watchDrawing(page, drawing);
  await timeDrawing(page, url);
  await timeDrawing(page, url);
  const times: number[] = [];
  for (let run = 0; run < runs; run++) times.push((await timeDrawing(page, url)).allMs);
  return times;
}

const started = await openBenchConsole(3450);
const browser = await launchBrowser();
try {
  const page = await signIn(browser, started.url);
  await makeDashboard(page, { uid, title: "Bench of editing", count: 25 });
  const url = `${started.url}/t/maestro/d/${uid}/edit?editPanel=1`;
  const drawing = {
    drawnPanel: "[data-panel-editor] .cm-content, [data-panel-editor] [data-panel-state=ready]",
    busy: "[data-dashboard-state=loading]",
    panels: 2,
  };
  const opened = await timesOf(page, url, drawing);
  const other = await browser.newPage({ storageState: await page.context().storageState() });
  const list = await timesOf(other, `${started.url}/t/maestro/dashboards`, {
    ...drawing,
    drawnPanel: "a[href*='/d/']",
    panels: 1,
  });
  await other.close();
  console.log(
    `the editor of one panel of 25, from navigation: median ${median(opened).toFixed(0)} ms, p95 ${p95(opened).toFixed(0)} ms; ${(median(opened) / median(list)).toFixed(2)} of the list of dashboards in the same run`,
  );
  await page.goto(url);
  await page.waitForSelector("[data-panel-editor] .cm-content");
  await page.waitForSelector("[data-dashboard-state=settled]");
  const keys = await keystrokes(page);
  console.log(
    `a keystroke in its query until the next frame: median ${median(keys).toFixed(1)} ms, p95 ${p95(keys).toFixed(1)} ms, longest ${Math.max(...keys).toFixed(0)} ms; median ${(median(keys) / frameMs).toFixed(2)} frames of 60 a second`,
  );
} finally {
  await browser.close();
  await started.stop();
}
