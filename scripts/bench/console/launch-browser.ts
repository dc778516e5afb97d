import { type Browser, chromium, type Page } from "@playwright/test";

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
  });
}

/** tsx names every inner function by a helper that the page does not have. */
export async function allowInnerFunctions(page: Page): Promise<void> {
  await page.addInitScript({ content: "globalThis.__name ??= (value) => value" });
}
