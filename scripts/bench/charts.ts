// Mounts, refreshes and hovers 25 charts of ours and of recharts in Chromium, side by side, and prints the ratios.
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Browser, chromium } from "@playwright/test";
import { build } from "esbuild";
import type { ChartBench, ChartLibrary } from "./charts/page";

declare global {
  interface Window {
    chartBench: ChartBench;
  }
}

const CHARTS = 25;
const POINTS = 600;
const MOVES = 60;
const ROUNDS = Number(process.argv[2] ?? 3);
const HOVER_BUDGET_MS = 8;
const SYSTEM_CHROMIUM = "/usr/bin/chromium";

interface Result {
  mountMs: number;
  refreshMs: number;
  hoverScriptMs: number;
  heapMb: number;
}

async function bundlePage(): Promise<Map<string, Uint8Array>> {
  const { outputFiles } = await build({
    entryPoints: [new URL("charts/page.tsx", import.meta.url).pathname],
    bundle: true,
    minify: true,
    write: false,
    outdir: "/",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    loader: { ".module.css": "local-css" },
  });
  return new Map(outputFiles.map(({ path, contents }) => [path, contents]));
}

async function servePage(): Promise<{ url: string; close: () => void }> {
  const files = await bundlePage();
  const html = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/page.css">
    <body style="margin:0;color-scheme:dark;background:#111217;color:#ccccdc"><div id="root"></div><script src="/page.js"></script>`;
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? "");
    const type = request.url?.endsWith(".css") ? "text/css" : "text/javascript";
    response.writeHead(200, { "content-type": file ? type : "text/html" }).end(file ?? html);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

async function measure(
  browser: Browser,
  url: string,
  library: ChartLibrary,
  series: number,
): Promise<Result> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  const metric = async (name: string) => {
    const { metrics } = await devtools.send("Performance.getMetrics");
    return metrics.find((one) => one.name === name)?.value ?? Number.NaN;
  };
  await page.goto(url);
  await page.waitForFunction(() => window.chartBench !== undefined);
  const size = { library, charts: CHARTS, series, points: POINTS };
  const mountMs = await page.evaluate((what) => window.chartBench.mount(what), size);
  await devtools.send("HeapProfiler.collectGarbage");
  const heapMb = (await metric("JSHeapUsedSize")) / 1e6;
  const refreshMs = await page.evaluate(() => window.chartBench.refresh());

  await page.mouse.move(60, 60);
  const before = await metric("ScriptDuration");
  for (let move = 0; move < MOVES; move++) {
    await page.mouse.move(60 + move * 3, 60 + (move % 7) * 6);
    await page.evaluate(() => window.chartBench.nextFrame());
  }
  const hoverScriptMs = (((await metric("ScriptDuration")) - before) * 1000) / MOVES;
  const tooltip = await page.evaluate(() => window.chartBench.tooltipText());
  if (!tooltip.includes("series-")) throw new Error(`no tooltip under the pointer on ${library}`);
  await page.close();
  return { mountMs, refreshMs, hoverScriptMs, heapMb };
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function medianOf(
  browser: Browser,
  url: string,
  library: ChartLibrary,
  series: number,
): Promise<Result> {
  const rounds: Result[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await measure(browser, url, library, series));
  const of = (key: keyof Result) => median(rounds.map((round) => round[key]));
  return {
    mountMs: of("mountMs"),
    refreshMs: of("refreshMs"),
    hoverScriptMs: of("hoverScriptMs"),
    heapMb: of("heapMb"),
  };
}

function printComparison(series: number, ours: Result, recharts: Result): void {
  console.log(`\n${CHARTS} charts of ${series} x ${POINTS}, median of ${ROUNDS}`);
  const rows: [string, keyof Result, string][] = [
    ["mount", "mountMs", "ms"],
    ["refresh of all", "refreshMs", "ms"],
    ["script a mouse move, shared crosshair", "hoverScriptMs", "ms"],
    ["JS heap after mount", "heapMb", "MB"],
  ];
  for (const [name, key, unit] of rows) {
    const [mine, theirs] = [ours[key], recharts[key]];
    const texts = [
      `${mine.toFixed(1)} ${unit}`,
      `recharts ${theirs.toFixed(1)} ${unit}`,
      `${(theirs / mine).toFixed(1)}x`,
    ];
    console.log(`  ${name.padEnd(38)} ${texts.map((text) => text.padStart(20)).join("")}`);
  }
}

const server = await servePage();
const browser = await chromium.launch({
  executablePath: existsSync(SYSTEM_CHROMIUM) ? SYSTEM_CHROMIUM : undefined,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
});
try {
  for (const series of [5, 20]) {
    const ours = await medianOf(browser, server.url, "uplot", series);
    const recharts = await medianOf(browser, server.url, "recharts", series);
    printComparison(series, ours, recharts);
    if (ours.hoverScriptMs > HOVER_BUDGET_MS) {
      console.error(
        `  hover takes ${ours.hoverScriptMs.toFixed(1)} ms of script, the budget is ${HOVER_BUDGET_MS} ms`,
      );
      process.exitCode = 1;
    }
  }
} finally {
  await browser.close();
  server.close();
}
