// How much JavaScript a dashboard page loads until its panels are drawn: one each of time series, stat, gauge and table.
// Counts the bytes as sent, so compressed, beside those of the list of dashboards in the same run.
import type { Page } from "@playwright/test";
import { openBenchConsole, signIn } from "./console/bench-console.ts";
import { launchBrowser } from "./console/launch-browser.ts";
import { makeDashboard } from "./console/make-dashboard.ts";

const budgetKb = 300;

interface Script {
  name: string;
  kb: number;
}

async function scriptsOf(page: Page): Promise<Script[]> {
  const sizes = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter((entry): entry is PerformanceResourceTiming => entry instanceof PerformanceResourceTiming)
      .filter(({ name }) => new URL(name).pathname.endsWith(".js"))
      .map(({ name, encodedBodySize }): [string, number] => [new URL(name).pathname, encodedBodySize]),
  );
  return [...new Map(sizes)].map(([name, bytes]) => ({ name, kb: bytes / 1_000 }));
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
  await page.goto(`${started.url}/t/maestro/d/${uid}`);
  await page.waitForSelector("[data-dashboard-state=settled]", { timeout: 30_000 });
  const drawn = await page
    .locator("[data-panel-state]")
    .evaluateAll((panels) => panels.map((panel) => panel.getAttribute("data-panel-type")));
  const scripts = await scriptsOf(page);
  if (process.argv.includes("--list")) {
    for (const { name, kb } of scripts.toSorted((a, b) => b.kb - a.kb))
      console.log(`${kb.toFixed(1).padStart(7)} kB  ${name}`);
  }
  console.log(
    `scripts of a dashboard with ${drawn.join(", ")}: ${scripts.length} files, ${sum(scripts).toFixed(1)} kB; ${(sum(scripts) / budgetKb).toFixed(3)} of the budget of ${budgetKb} kB`,
  );
  console.log(
    `scripts of the list of dashboards, same run: ${sum(list).toFixed(0)} kB; ratio ${(sum(scripts) / sum(list)).toFixed(2)}`,
  );
} finally {
  await browser.close();
  await started.stop();
}
