import { devices, expect, test } from "@playwright/test";
import { panelStates } from "./support/dashboards";
import { demoAccount, signIn } from "./support/sign-in";

const home = "/t/maestro/d/maestro-ml-overview";
const isBatch = (url: string) => url.includes("/panels/query");

test("a hidden tab asks nothing, catches up when it is shown, and a refresh keeps the picture until the next is there", async ({
  page,
}) => {
  await signIn(page, demoAccount("viewer", "maestro"), `${home}?viewPanel=2&refresh=5s`);
  await panelStates(page);
  const asked: number[] = [];
  page.on("request", (request) => isBatch(request.url()) && asked.push(Date.now()));
  const show = (hidden: boolean) =>
    page.evaluate((value) => {
      Object.defineProperty(document, "hidden", { value, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }, hidden);

  await show(true);
  await page.waitForTimeout(500);
  const before = asked.length;
  // Longer than two refreshes.
  await page.waitForTimeout(11_000);
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

test.describe("on a phone", () => {
  const { defaultBrowserType: _browser, ...phone } = devices["iPhone 13"];
  test.use(phone);

  test("a tap pins the values, the menu of a panel is at hand, and the editor can be used", async ({
    page,
  }) => {
    await signIn(page, demoAccount("editor", "maestro"), home);
    await panelStates(page);
    const width = page.viewportSize()?.width ?? 0;
    const inside = async (name: string, box: { x: number; width: number } | null) => {
      expect(box?.x, name).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? width + 1), name).toBeLessThanOrEqual(width);
    };
    await page.locator("[data-panel-type='timeseries'] .u-over").first().tap();
    const pinned = page.locator("dialog[open]");
    await expect(pinned.getByRole("rowheader")).not.toHaveCount(0);
    await inside("pinned values", await pinned.boundingBox());
    await pinned.getByRole("button", { name: "Close" }).tap();
    await expect(pinned).toHaveCount(0);

    await page
      .getByRole("button", { name: /^Menu of/ })
      .first()
      .tap();
    await inside("menu", await page.getByRole("menu").boundingBox());
    await page.getByRole("menuitem", { name: "Inspect" }).tap();
    await inside("inspecting", await page.getByRole("dialog").boundingBox());
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).tap();

    await page.getByRole("button", { name: /^Time range/ }).tap();
    await inside("time picker", await page.getByRole("dialog").boundingBox());
    await page.getByRole("button", { name: "Last 15 minutes" }).tap();
    await expect(page).toHaveURL(/from=now-15m/);

    await page.goto(`${home}/edit?editPanel=2`);
    await expect(page.locator("[data-panel-editor] [data-panel-state='ready']")).toBeVisible();
    await page.getByRole("button", { name: "Add expression" }).scrollIntoViewIfNeeded();
    await page.getByRole("button", { name: "Add expression" }).tap();
    await expect(page.locator("[data-query]")).toHaveCount(2);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0);
  });
});

test("a session that ended is told as such, and what was drawn stays", async ({ page, context }) => {
  await signIn(page, demoAccount("viewer", "automation"), "/t/automation/d/api-metrics?refresh=5s");
  await panelStates(page);
  const cookies = await context.cookies();
  await context.clearCookies();
  const panel = page.locator("[data-panel-state=stale]").first();
  await expect(panel).toContainText("You are signed out. Reload the page to sign in again.");
  await context.addCookies(cookies);
  await expect(page.locator("[data-panel-state=stale]")).toHaveCount(0, { timeout: 20_000 });
});

test("an answer that does not come is told before it is given up", async ({ page }) => {
  await signIn(page, demoAccount("viewer", "automation"), "/t/automation/d/api-metrics");
  await panelStates(page);
  await page.route(/panels\/query/, () => undefined);
  await page.getByRole("button", { name: "Refresh", exact: true }).click();
  await expect(page.getByText(/from \d+ s ago: no answer yet, still asking/).first()).toBeVisible();
});
