import type { CDPSession, Page } from "@playwright/test";
import { allowInnerFunctions } from "./launch-browser.ts";

/** Opens a dashboard, waits until it has settled, and gives what its metrics are read by. */
export async function openSettled(page: Page, url: string): Promise<CDPSession> {
  await page.goto(url);
  await page.waitForSelector("[data-dashboard-state=settled]", { timeout: 60_000 });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  return devtools;
}

export async function metricOf(devtools: CDPSession, wanted: string): Promise<number> {
  const { metrics } = await devtools.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
}

/** What the page's script holds once rubbish is collected. */
export async function heapMb(devtools: CDPSession): Promise<number> {
  await devtools.send("HeapProfiler.collectGarbage");
  return (await metricOf(devtools, "JSHeapUsedSize")) / 1e6;
}

export const nextFrame = (page: Page) =>
  page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done))));

/** Notes the lengths of all frames from now on, in ms, for `longestFrame`. */
export async function watchFrames(page: Page): Promise<void> {
  await allowInnerFunctions(page);
  await page.addInitScript(() => {
    const frames: number[] = [];
    Object.assign(window, { benchFrames: frames });
    let last = performance.now();
    const note = (now: number) => {
      frames.push(now - last);
      last = now;
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
}

export async function framesOf(page: Page): Promise<number[]> {
  return page.evaluate(() => (window as unknown as { benchFrames: number[] }).benchFrames);
}
