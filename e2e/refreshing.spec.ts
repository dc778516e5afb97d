import { expect, test } from "@playwright/test";
import { panelStates } from "./support/dashboards";
import { demoAccount, signIn } from "./support/sign-in";

const home = "/t/maestro/d/maestro-ml-overview";
const isBatch = (url: string) => url.includes("/panels/query");

test("a hidden tab asks nothing, catches up when it is shown, and a refresh keeps the picture until the next is there", async ({
  page,
}) => {
  await page.clock.install();
  await signIn(page, demoAccount("viewer", "maestro"), `${home}?viewPanel=2&refresh=5s`);
  await panelStates(page);
  const asked: number[] = [];
  page.on("request", (request) => isBatch(request.url()) && asked.push(Date.now()));
  const show = (hidden: boolean) =>
    page.evaluate((value) => {
      Object.defineProperty(document, "hidden", { value, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }, hidden);

  const answered = page.waitForResponse((response) => isBatch(response.url()));
  await page.clock.runFor(5_500);
  await answered;
  await show(true);
  const before = asked.length;
  expect(before).toBeGreaterThan(0);
  // Longer than two refreshes.
  await page.clock.runFor(11_000);
  // What was asked till now is heard of before this is answered.
  await page.evaluate(() => fetch("/api/health"));
  expect(asked.length).toBe(before);
  await show(false);
  await expect.poll(() => asked.length).toBeGreaterThan(before);

  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(isBatchUrl, async (route) => {
    await held;
    await route.continue();
  });
  const panel = page.locator("[data-panel-id='2']");
  const canvas = await panel.locator("canvas").first().elementHandle();
  const height = (await panel.boundingBox())?.height;
  await page.getByRole("button", { name: "Refresh", exact: true }).click();
  await expect(panel).toHaveAttribute("data-panel-state", "loading");
  await expect(panel.locator("canvas").first()).toBeVisible();
  expect((await panel.boundingBox())?.height).toBe(height);
  release();
  await expect(panel).toHaveAttribute("data-panel-state", "ready");
  expect(await canvas?.evaluate((node) => node.isConnected)).toBe(true);
});

const isBatchUrl = (url: URL) => isBatch(url.pathname);

test("a session that ended is told as such, and what was drawn stays", async ({ page, context }) => {
  await page.clock.install();
  await signIn(page, demoAccount("viewer", "automation"), "/t/automation/d/api-metrics?refresh=5s");
  await panelStates(page);
  const cookies = await context.cookies();
  await context.clearCookies();
  await page.clock.runFor(5_500);
  const panel = page.locator("[data-panel-state=stale]").first();
  await expect(panel).toContainText("You are signed out. Reload the page to sign in again.");
  await context.addCookies(cookies);
  await page.clock.runFor(5_500);
  await expect(page.locator("[data-panel-state=stale]")).toHaveCount(0, { timeout: 20_000 });
});

test("an answer that does not come is told before it is given up", async ({ page }) => {
  await page.clock.install();
  await signIn(page, demoAccount("viewer", "automation"), "/t/automation/d/api-metrics");
  await panelStates(page);
  await page.route(/panels\/query/, () => undefined);
  await page.getByRole("button", { name: "Refresh", exact: true }).click();
  await expect(page.locator("[data-panel-state=loading]").first()).toBeVisible();
  await page.clock.runFor(10_500);
  await expect(page.getByText(/from \d+ s ago: no answer yet, still asking/).first()).toBeVisible();
});
