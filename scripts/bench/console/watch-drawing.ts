import type { Page } from "@playwright/test";
import { allowInnerFunctions } from "./launch-browser.ts";

declare global {
  interface Window {
    benchDrawing: { firstMs: number | null; allMs: number | null };
  }
}

export interface DrawTimes {
  firstMs: number;
  allMs: number;
  /** By the clock of this process: with the turns of the test driver and the browser. */
  wallMs: number;
}

export interface Watched {
  /** Of one panel that is drawn. */
  drawnPanel: string;
  /** Of anything that is still at work. */
  busy: string;
  panels: number;
}

export const consoleDrawing = {
  drawnPanel: "[data-panel-state=ready]",
  busy: "[data-dashboard-state=loading]",
};

/** Looks at the page with every frame, and notes when the first panel and when all of them stand. */
export async function watchDrawing(page: Page, watched: Watched): Promise<void> {
  await allowInnerFunctions(page);
  await page.addInitScript(({ drawnPanel, busy, panels }) => {
    const times: Window["benchDrawing"] = { firstMs: null, allMs: null };
    window.benchDrawing = times;
    const look = () => {
      const drawn = document.querySelectorAll(drawnPanel).length;
      if (drawn > 0) times.firstMs ??= performance.now();
      if (drawn >= panels && document.querySelector(busy) === null) times.allMs ??= performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, watched);
}

export async function timeDrawing(page: Page, url: string): Promise<DrawTimes> {
  const startedMs = performance.now();
  await page.goto(url, { waitUntil: "commit", timeout: 60_000 });
  await page
    .waitForFunction(() => window.benchDrawing?.allMs != null, undefined, { timeout: 30_000 })
    .catch(async (error) => {
      const states = await page
        .locator("[data-panel-state]")
        .evaluateAll((nodes) => nodes.map((node) => node.getAttribute("data-panel-state")));
      throw new Error(`Not all panels were drawn: ${states.join(", ")}`, { cause: error });
    });
  const wallMs = performance.now() - startedMs;
  const { firstMs, allMs } = await page.evaluate(() => window.benchDrawing);
  return { firstMs: firstMs ?? Number.NaN, allMs: allMs ?? Number.NaN, wallMs };
}
