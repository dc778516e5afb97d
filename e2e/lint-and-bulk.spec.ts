import { expect, type Page, test } from "@playwright/test";
import { call } from "./support/call";
import { administrator, signIn } from "./support/sign-in";

const tenant = "maestro";
const api = `/api/v1/tenants/${tenant}`;

test.describe.configure({ timeout: 180_000 });

const uids: string[] = [];

const panel = (id: number, title: string, expr: string, more: object = {}) => ({
  id,
  type: "timeseries",
  title,
  description: "Made for a test.",
  datasource: "${DS_PROMETHEUS}",
  gridPos: { x: 0, y: (id - 1) * 8, w: 12, h: 8 },
  fieldConfig: { defaults: { unit: "reqps" }, overrides: [] },
  targets: [{ refId: "A", expr, legendFormat: "" }],
  ...more,
});

async function make(page: Page, name: string, panels: object[]): Promise<{ uid: string; title: string }> {
  const uid = `${name}-${Date.now().toString(36)}`;
  const title = `${name} ${uid}`;
  const document = {
    uid,
    title,
    tags: ["test"],
    schemaVersion: 27,
    templating: { list: [{ name: "DS_PROMETHEUS", type: "datasource", query: "prometheus" }] },
    panels,
  };
  expect((await call(page, "POST", `${api}/dashboards`, { document })).status).toBe(201);
  uids.push(uid);
  return { uid, title };
}

interface Stored {
  version: number;
  document: { panels: { targets: { expr: string }[] }[]; panelsmith?: object };
}

const stored = async (page: Page, uid: string) =>
  (await call<Stored>(page, "GET", `${api}/dashboards/${uid}`)).body;

test.beforeEach(({ page }) => signIn(page, administrator));
test.afterEach(async ({ page }) => {
  for (const uid of uids.splice(0)) await call(page, "DELETE", `${api}/dashboards/${uid}`);
});

test("findings are seen while editing, fixed, undone, and kept with a reason", async ({ page }) => {
  const { uid } = await make(page, "lint", [
    panel(1, "Fixed window", "sum(rate(maestro_http_requests_total[5m]))"),
    panel(2, "Misspelt", "sum(rate(maestro_http_request_total[$__rate_interval]))"),
  ]);
  await page.goto(`/t/${tenant}/d/${uid}/edit`);
  const button = page.getByRole("button", { name: /^Lint/ });
  await expect(button.locator("[data-lint-count]")).toHaveText("1", { timeout: 60_000 });
  await button.click();
  const drawer = page.getByRole("dialog", { name: "Lint" });
  // What only the datasource knows comes from the server.
  await expect(drawer.locator("[data-lint=complete]")).toBeVisible({ timeout: 30_000 });
  await expect(drawer.getByText("The nearest is maestro_http_requests_total.")).toBeVisible();

  const rule = drawer.locator("[data-lint-rule=target-rate-interval]");
  await rule.getByRole("button", { expanded: false }).click();
  await rule.getByRole("button", { name: "Use $__rate_interval", exact: true }).click();
  await expect(rule).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(button.locator("[data-lint-count]")).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(button.locator("[data-lint-count]")).toHaveText("1");

  await button.click();
  await rule.getByRole("button", { expanded: false }).click();
  await rule.getByRole("button", { name: "Keep with a reason" }).click();
  await rule.getByLabel("Why it stays as it is").fill("Requests are rare here.");
  await rule.getByRole("button", { name: "Keep", exact: true }).click();
  await expect(drawer.getByRole("region", { name: "Kept with a reason" })).toContainText(
    "Requests are rare here.",
  );

  // The place leads to the panel.
  await drawer.getByRole("button", { name: "Misspelt, query A" }).click();
  await expect(page).toHaveURL(/editPanel=2/);
  await page.keyboard.press("Control+s");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect
    .poll(async () => (await stored(page, uid)).document.panelsmith)
    .toEqual({
      lintExceptions: [{ rule: "target-rate-interval", panelId: 1, reason: "Requests are rare here." }],
    });
  const { body } = await call<{ excepted: object[] }>(page, "GET", `${api}/dashboards/${uid}/lint`);
  expect(body.excepted).toMatchObject([{ rule: "target-rate-interval", reason: "Requests are rare here." }]);
});

test("a metric is renamed in many dashboards, looked at first, and taken back as one", async ({ page }) => {
  const expr = "sum by (endpoint) (rate(e2e_old_total[$__rate_interval])) # e2e_old_total";
  const one = await make(page, "bulk-one", [panel(1, "Old", expr), panel(2, "Other", "up")]);
  const two = await make(page, "bulk-two", [panel(1, "Old", "increase(e2e_old_total[1h])")]);
  await page.goto(`/t/${tenant}/dashboards/bulk-edit`);
  await page.getByLabel("Metric", { exact: true }).fill("e2e_old_total");
  await page.getByLabel("New name").fill("e2e new");
  await page.getByRole("button", { name: "Show what changes" }).click();
  await expect(page.getByText("A metric name has letters, digits, _ and :")).toBeVisible();
  await page.getByLabel("New name").fill("e2e_new_total");
  await page.getByRole("button", { name: "Show what changes" }).click();
  await expect(page.locator("[data-bulk-preview='2']")).toBeVisible({ timeout: 30_000 });
  await expect(page.locator(`[data-bulk-item=${one.uid}] ins`)).toHaveText(/rate\(e2e_new_total\[/);

  // The address is the state: the same look after a reload.
  await page.reload();
  await page.getByRole("button", { name: "Change 2 dashboards" }).click();
  await expect.poll(async () => (await stored(page, two.uid)).version).toBe(2);
  expect((await stored(page, one.uid)).document.panels.map(({ targets }) => targets[0]?.expr)).toEqual([
    "sum by (endpoint) (rate(e2e_new_total[$__rate_interval])) # e2e_old_total",
    "up",
  ]);

  const row = page.locator("[data-bulk-edit]").first();
  await expect(row).toContainText("Rename the metric e2e_old_total to e2e_new_total");
  await row.getByRole("button", { name: "Undo" }).click();
  await expect(page.locator("[data-bulk-undone='2']")).toBeVisible();
  await expect(row).toContainText("Undone by");
  expect((await stored(page, one.uid)).document.panels[0]?.targets[0]?.expr).toBe(expr);
});
