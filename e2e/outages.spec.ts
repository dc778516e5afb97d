import { expect, test } from "@playwright/test";
import { panelStates } from "./support/dashboards";
import { Outage } from "./support/outage";
import { demoAccount, signIn } from "./support/sign-in";

test.skip(
  process.env.E2E_BASE_URL !== undefined,
  "kills processes, so only of a console that the tests have started",
);

test.describe
  .serial("outages", () => {
    test.setTimeout(180_000);
    const outages: Outage[] = [];
    test.afterAll(() => {
      for (const outage of outages) outage.end();
    });

    test("Prometheus goes away: the last data stays and is marked, and it comes back by itself", async ({
      page,
    }) => {
      await signIn(page, demoAccount("viewer", "automation"), "/t/automation/d/system-health?refresh=5s");
      await panelStates(page);
      const panel = page.locator("[data-panel-state]").first();
      await expect(panel).toHaveAttribute("data-panel-state", "ready");
      const prometheus = new Outage("storage.tsdb.path");
      outages.push(prometheus);
      prometheus.kill();
      await expect(panel).toHaveAttribute("data-panel-state", "stale", { timeout: 60_000 });
      await expect(panel).toContainText(/from .*: /);
      await expect(panel.locator("svg, canvas").first()).toBeVisible();
      prometheus.bringBack();
      await expect(panel).toHaveAttribute("data-panel-state", "ready", { timeout: 90_000 });
    });

    test("Postgres goes away while saving: a clear error, nothing half-written, and saving works when it is back", async ({
      page,
    }) => {
      const api = "/api/v1/tenants/automation/dashboards/api-metrics";
      await signIn(page, demoAccount("editor", "automation"), "/t/automation/d/api-metrics/edit");
      const before = await (await page.request.get(api)).json();
      await page.getByRole("button", { name: "Settings" }).click();
      await page.getByRole("dialog").getByLabel("Title").fill("Kept through an outage");
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toBeHidden();
      const postgres = new Outage("postgres");
      outages.push(postgres);
      postgres.kill();
      await page.keyboard.press("Control+s");
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("button", { name: "Save" }).click();
      await expect(dialog.getByText("Your changes are still here.")).toBeVisible({ timeout: 60_000 });
      expect((await page.request.get("/api/ready")).status()).toBe(503);
      postgres.bringBack();
      await expect
        .poll(async () => (await page.request.get("/api/ready")).status(), { timeout: 60_000 })
        .toBe(200);
      expect((await (await page.request.get(api)).json()).version).toBe(before.version);
      await dialog.getByRole("button", { name: "Save" }).click();
      await expect(dialog).toBeHidden();
      const after = await (await page.request.get(api)).json();
      expect(after).toMatchObject({ version: before.version + 1, title: "Kept through an outage" });
    });
  });
