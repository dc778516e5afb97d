// How much JavaScript a dashboard page loads until its panels are drawn: one each of time series, stat, gauge and table.
// Counts the bytes as sent, so compressed, beside what follows once they stand, and the list of dashboards in the same run.
import type { Page } from "@playwright/test";
import { openBenchConsole, signIn } from "./console/bench-console.ts";
import { launchBrowser } from "./console/launch-browser.ts";
import { makeDashboard } from "./console/make-dashboard.ts";
import { consoleDrawing, timeDrawing, watchDrawing } from "./console/watch-drawing.ts";

const budgetKb = 300;

interface Script {
  name: string;
  kb: number;
  startMs: number;
}

async function scriptsOf(page: Page): Promise<Script[]> {
  const sizes = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter((entry): entry is PerformanceResourceTiming => entry instanceof PerformanceResourceTiming)
      .filter(({ name }) => new URL(name).pathname.endsWith(".js"))
      .map(({ name, encodedBodySize, startTime }): [string, number, number] => [
        new URL(name).pathname,
        encodedBodySize,
        startTime,
      ]),
  );
  const scripts = sizes.map(([name, bytes, startMs]) => ({ name, kb: bytes / 1_000, startMs }));
  return scripts.filter(({ name }, index) => scripts.findIndex((other) => other.name === name) === index);
}

const sum = (scripts: Script[]) => scripts.reduce((total, { kb }) => total + kb, 0);

const started = await openBenchConsole(3420);
const browser = await launchBrowser();
try {
  const page = await signIn(browser, started.url);
  await page.goto(`${started.url}/t/maestro/dashboards`, { waitUntil: "networkidle" });
  const list = await scriptsOf(page);
  const uid = "bench-weight";
  await makeDashboard(page, {
    uid,
    title: "Bench of four types",
    types: ["timeseries", "stat", "gauge", "table"],
  });
  await watchDrawing(page, { ...consoleDrawing, panels: 4 });
  const { allMs } = await timeDrawing(page, `${started.url}/t/maestro/d/${uid}`);
  await page.waitForLoadState("networkidle");
  const drawn = await page
    .locator("[data-panel-state]")
    .evaluateAll((panels) => panels.map((panel) => panel.getAttribute("data-panel-type")));
  const all = await scriptsOf(page);
  const scripts = all.filter(({ startMs }) => startMs < allMs);
  if (process.argv.includes("--list")) {
    for (const { name, kb } of scripts.toSorted((a, b) => b.kb - a.kb))
      console.log(`${kb.toFixed(1).padStart(7)} kB  ${name}`);
  }
  console.log(
    `scripts of a dashboard with ${drawn.join(", ")}: ${scripts.length} files, ${sum(scripts).toFixed(1)} kB; ${(sum(scripts) / budgetKb).toFixed(3)} of the budget of ${budgetKb} kB`,
  );
  console.log(`scripts that follow once they stand: ${(sum(all) - sum(scripts)).toFixed(1)} kB`);
  console.log(
    `scripts of the list of dashboards, same run: ${sum(list).toFixed(0)} kB; ratio ${(sum(scripts) / sum(list)).toFixed(2)}`,
  );
} finally {
  await browser.close();
  await started.stop();
}
