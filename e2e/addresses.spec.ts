import { expect, test } from "@playwright/test";
import { administrator, demoAccount, signIn } from "./support/sign-in";

test("the start page leads to the tenant that was opened last", async ({ page }) => {
  const faults: string[] = [];
  page.on("pageerror", ({ message }) => faults.push(message));
  await signIn(page, administrator, "/t/globex/dashboards");
  await page.goto("/");
  await expect(page).toHaveURL(/\/t\/globex\/dashboards$/);
  await page.goto("/t/maestro");
  await expect(page).toHaveURL(/\/t\/maestro\/dashboards$/);
  await page.goto("/");
  await expect(page).toHaveURL(/\/t\/maestro\/dashboards$/);
  await page.getByRole("button", { name: "Collapse menu" }).click();
  await page.reload();
  await expect(page.getByRole("button", { name: "Widen menu" })).toBeVisible();
  expect(faults).toEqual([]);
});

test("an address of Grafana works with its host replaced", async ({ page }) => {
  await signIn(page, administrator, "/t/globex/dashboards");
  await page.goto("/d/api-performance/api-performance?orgId=1&from=now-3h&to=now");
  await expect(page).toHaveURL(/\/t\/globex\/d\/api-performance\?orgId=1&from=now-3h&to=now/);
  await page.goto("/t/maestro/d/api-performance/some-title?from=now-2h&to=now");
  await expect(page).toHaveURL(/\/t\/maestro\/d\/api-performance\?from=now-2h&to=now/);
  await page.goto("/d-solo/api-performance/x?panelId=2");
  await expect(page).toHaveURL(/\/t\/maestro\/d\/api-performance\?viewPanel=2&kiosk=1/);
  await expect(page.locator("[data-panel-id='2']")).toBeVisible();
});

test("an address of Grafana shows nobody whether another tenant has the dashboard", async ({ page }) => {
  await signIn(page, demoAccount("viewer", "bookmarkai"), "/t/bookmarkai/dashboards");
  const missing = await page.goto("/d/no-such-dashboard");
  expect(missing?.status()).toBe(404);
  const foreign = await page.goto("/d/api-performance");
  expect(foreign?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
});

test("an address of Grafana survives the sign-in", async ({ page }) => {
  await page.goto("/d/api-performance/x?from=now-3h&to=now");
  await page.getByLabel("E-mail").fill(demoAccount("viewer", "acme").email);
  await page.getByLabel("Password", { exact: true }).fill(demoAccount("viewer", "acme").password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/t\/acme\/d\/api-performance\?from=now-3h&to=now/);
});
