// What a dashboard page costs while somebody looks at it, in a real Chromium on a warm console: script a frame while the
// pointer moves over charts of 20 x 600 points that share it, a refresh of all, memory over many of them, and scrolling
// through 597 panels.
import type { CDPSession, Page } from "@playwright/test";
import { openBenchConsole, signIn } from "./console/bench-console.ts";
import { benchViewport } from "./console/grafana-side.ts";
import { launchBrowser } from "./console/launch-browser.ts";
import { makeDashboard } from "./console/make-dashboard.ts";
import { heapMb, metricOf, nextFrame, openSettled } from "./console/page-metrics.ts";
import { median, p95 } from "./console/statistics.ts";

const hoverBudgetMs = 8;
const longFrameMs = 50;
const refreshes = Number(process.env.BENCH_REFRESHES ?? 200);
const moves = 120;
const mostFrames = 400;

/** 20 series of 600 points each, whatever the Prometheus holds. */
const names = Array.from(
  { length: 20 },
  (_, index) => `label_replace(vector(${index}), "series", "s${index}", "", "")`,
);
const expr = `(${names.join(" or ")}) + on () group_left sin(vector(time() / 200))`;
const chart = {
  type: "timeseries",
  title: "20 x 600",
  interval: "6s",
  maxDataPoints: 600,
  targets: [{ refId: "A", expr, legendFormat: "{{series}}", range: true }],
  options: { legend: { showLegend: true, placement: "bottom" }, tooltip: { mode: "multi", sort: "desc" } },
};

const scriptSeconds = (devtools: CDPSession) => metricOf(devtools, "ScriptDuration");

/** Script of one mouse move with all that it brings to the other charts, in ms. */
async function hoverMs(page: Page, devtools: CDPSession): Promise<number> {
  const box = await page.locator("[data-panel-id='1'] .u-over").boundingBox();
  if (!box) throw new Error("There is no chart to hover.");
  const at = (move: number) =>
    [box.x + 5 + ((move * 3) % (box.width - 10)), box.y + 20 + (move % 7) * 5] as const;
  await page.mouse.move(...at(0));
  const before = await scriptSeconds(devtools);
  for (let move = 1; move <= moves; move++) {
    await page.mouse.move(...at(move));
    await nextFrame(page);
  }
  const spent = ((await scriptSeconds(devtools)) - before) * 1_000;
  const shown = await page.locator("[role=tooltip]").first().textContent();
  if (!shown?.includes("s19")) throw new Error("No tooltip under the pointer: nothing was measured.");
  await page.mouse.move(2, 2);
  return spent / moves;
}

/** Until all panels have their new data on the screen, in ms. */
async function refresh(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const startedMs = performance.now();
    const busy = () => document.querySelector("[data-dashboard-state=loading]") !== null;
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    window.dispatchEvent(new KeyboardEvent("keydown", { key: "d" }));
    window.dispatchEvent(new KeyboardEvent("keydown", { key: "r" }));
    for (let frames = 0; frames < 20 && !busy(); frames++) await frame();
    while (busy()) await frame();
    await frame();
    return performance.now() - startedMs;
  });
}

async function measureLooking(page: Page, url: string): Promise<void> {
  const devtools = await openSettled(page, url);
  const hover = await hoverMs(page, devtools);
  console.log(`\n25 charts of 20 x 600 points with a shared crosshair`);
  console.log(
    `  script a mouse move ${hover.toFixed(1)} ms, ${(hover / hoverBudgetMs).toFixed(2)} of the budget of ${hoverBudgetMs} ms`,
  );
  const times: number[] = [];
  for (let run = 0; run < 10; run++) times.push(await refresh(page));
  console.log(`  a refresh of all: median ${median(times).toFixed(0)} ms, p95 ${p95(times).toFixed(0)} ms`);
  const before = await heapMb(devtools);
  for (let run = 0; run < refreshes; run++) await refresh(page);
  const after = await heapMb(devtools);
  console.log(
    `  heap ${before.toFixed(1)} MB, after ${refreshes} refreshes ${after.toFixed(1)} MB; ratio ${(after / before).toFixed(2)}`,
  );
}

/** The lengths of the frames, in ms, while the page is scrolled from its top, `px` with each. */
async function scrollFrames(page: Page, px: number): Promise<number[]> {
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.waitForTimeout(1_000);
  return page.evaluate(
    async ({ px, most }) => {
      const lengths: number[] = [];
      let last = performance.now();
      const height = document.documentElement.scrollHeight - window.innerHeight;
      for (let top = 0; top < height && lengths.length < most; top += px) {
        window.scrollTo(0, top);
        const now = await new Promise<number>((done) => requestAnimationFrame(done));
        lengths.push(now - last);
        last = now;
      }
      return lengths.slice(1);
    },
    { px, most: mostFrames },
  );
}

function frameSummary(frames: readonly number[], floor: readonly number[]): string {
  const long = frames.filter((length) => length > longFrameMs).length;
  return `frames: median ${median(frames).toFixed(1)} ms (${(median(frames) / median(floor)).toFixed(2)} of the bare page), p95 ${p95(frames).toFixed(1)} ms, longest ${Math.max(...frames).toFixed(0)} ms; ${long} over ${longFrameMs} ms (${((long / frames.length) * 100).toFixed(1)} %)`;
}

/** Rushing through, and reading along, beside a page of the same height that holds nothing. */
async function measureScrolling(page: Page, url: string): Promise<void> {
  await openSettled(page, url);
  const panels = await page.locator("[data-panel-id]").count();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const fast = await scrollFrames(page, 60);
  const slow = await scrollFrames(page, 12);
  await page.waitForSelector("[data-dashboard-state=settled]", { timeout: 60_000 });
  const elements = await page.evaluate(() => document.querySelectorAll("*").length);
  await page.setContent(
    `<body style="margin:0"><div style="height:${height}px;background:repeating-linear-gradient(#222 0 190px,#333 190px 198px)">`,
  );
  const floor = await scrollFrames(page, 60);
  console.log(
    `\n${panels} panels, ${elements} elements, the bare page has ${median(floor).toFixed(1)} ms a frame`,
  );
  console.log(`  60 px a frame: ${frameSummary(fast, floor)}`);
  console.log(`  12 px a frame: ${frameSummary(slow, floor)}`);
}

const started = await openBenchConsole(3430);
const browser = await launchBrowser();
try {
  const page = await signIn(browser, started.url);
  const looking = {
    uid: "bench-looking",
    title: "Bench of 20 x 600",
    panels: Array.from({ length: 25 }, () => chart),
  };
  await makeDashboard(page, looking);
  await makeDashboard(page, { uid: "bench-597", title: "Bench of 597 panels", count: 597 });
  await page.setViewportSize(benchViewport);
  await measureLooking(page, `${started.url}/t/maestro/d/bench-looking?from=now-1h&to=now`);
  await page.setViewportSize({ width: 1440, height: 900 });
  await measureScrolling(page, `${started.url}/t/maestro/d/bench-597`);
} finally {
  await browser.close();
  await started.stop();
}
