import { expect, type Page } from "@playwright/test";

/** Presses an arrow on the chart that has the focus until it is heard: the code for keys comes with the first focus. */
export async function walkChart(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press("ArrowLeft");
    await expect(page.locator("body > [aria-live=polite]")).not.toBeEmpty({ timeout: 250 });
  }).toPass();
}
