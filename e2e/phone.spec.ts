import { devices, expect, test } from "@playwright/test";
import { wholeChromium } from "./support/chromium";
import { panelStates } from "./support/dashboards";
import { demoAccount, signIn } from "./support/sign-in";

const home = "/t/maestro/d/maestro-ml-overview";
const { defaultBrowserType: _browser, ...phone } = devices["iPhone 13"];
// The engine without a window makes no mouse events of a touch, as browsers do.
test.use({ ...phone, launchOptions: wholeChromium });

test("on a phone a tap pins the values, the menu of a panel is at hand, and the editor can be used", async ({
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

  await page.goto(`${home}?kiosk`);
  await panelStates(page);
  await page.getByRole("button", { name: "Leave kiosk mode" }).tap();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(new URL(page.url()).searchParams.has("kiosk")).toBe(false);

  await page.goto(`${home}/edit?editPanel=2`);
  await expect(page.locator("[data-panel-editor] [data-panel-state='ready']")).toBeVisible();
  await page.getByRole("button", { name: "Add expression" }).scrollIntoViewIfNeeded();
  await page.getByRole("button", { name: "Add expression" }).tap();
  await expect(page.locator("[data-query]")).toHaveCount(2);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0);
});
