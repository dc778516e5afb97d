import { expect, test } from "@playwright/test";
import { drawAll, listShippedDashboards, panelStates } from "./support/dashboards";
import { administrator, demoAccount, signIn } from "./support/sign-in";

const dashboards = listShippedDashboards();

test("thirteen dashboards with 112 panels come with the project", () => {
  expect(dashboards).toHaveLength(13);
  expect(dashboards.reduce((sum, { panels }) => sum + panels, 0)).toBe(112);
});

test.describe("every shipped dashboard is alive", () => {
  for (const { system, uid, title, panels } of dashboards) {
    test(`${title}: ${panels} panels ready`, async ({ page }) => {
      const failures: string[] = [];
      page.on("pageerror", (error) => failures.push(String(error)));
      page.on("console", (message) => {
        if (message.text().includes("Content Security Policy")) failures.push(message.text());
      });
      await signIn(page, administrator, `/t/${system}/d/${uid}`);
      await expect(page.getByRole("heading", { name: title, level: 1 })).toBeVisible();
      await drawAll(page);
      const states = await panelStates(page);
      expect(Object.values(states)).toHaveLength(panels);
      expect(Object.entries(states).filter(([, state]) => state !== "ready")).toEqual([]);
      expect(failures).toEqual([]);
    });
  }
});

test.describe("customers of Maestro see their own dashboards alive too", () => {
  for (const customer of ["acme", "globex"]) {
    test(`${customer}: all four`, async ({ page }) => {
      await signIn(page, demoAccount("viewer", customer));
      for (const { uid, panels } of dashboards.filter(({ system }) => system === "maestro")) {
        await page.goto(`/t/${customer}/d/${uid}`);
        await drawAll(page);
        const states = await panelStates(page);
        expect(Object.values(states), uid).toHaveLength(panels);
        expect(
          Object.entries(states).filter(([, state]) => state !== "ready"),
          uid,
        ).toEqual([]);
      }
    });
  }
});

test("time range and variables stand in the address and survive a reload", async ({ page }) => {
  await signIn(page, administrator, "/t/maestro/d/tenant-management?from=now-3h&to=now&var-tenant=acme");
  await panelStates(page);
  await expect(page.getByRole("button", { name: /Last 3 hours/ })).toBeVisible();
  await page.reload();
  await panelStates(page);
  await expect(page.getByRole("button", { name: /Last 3 hours/ })).toBeVisible();
  expect(new URL(page.url()).searchParams.get("var-tenant")).toBe("acme");
});

test("a panel is viewed in full and back", async ({ page }) => {
  await signIn(page, administrator, "/t/codeconductor/d/codeconductor-pipeline");
  await panelStates(page);
  await page.locator("[data-panel-id='6']").hover();
  await page.keyboard.press("v");
  await expect(page).toHaveURL(/viewPanel=6/);
  await expect(page.locator("[data-panel-id]")).toHaveCount(1);
  await page.goBack();
  await expect(page.locator("[data-panel-id]")).not.toHaveCount(1);
});
