import { expect, test } from "@playwright/test";
import { call } from "./support/call";
import { administrator, demoAccount, signIn } from "./support/sign-in";

const tenant = "maestro";
const api = `/api/v1/tenants/${tenant}`;

test.describe.configure({ timeout: 180_000 });

let uid: string;

const documentOf = (title: string, threshold: number, expr: string) => ({
  uid,
  title: `Versions ${uid}`,
  panels: [
    {
      ...{ id: 1, type: "stat", title, gridPos: { x: 0, y: 0, w: 12, h: 6 } },
      targets: [{ refId: "A", expr }],
      fieldConfig: {
        defaults: {
          thresholds: {
            mode: "absolute",
            steps: [
              { color: "green", value: null },
              { color: "red", value: threshold },
            ],
          },
        },
        overrides: [],
      },
    },
  ],
});

test.beforeEach(async ({ page }, { workerIndex }) => {
  uid = `versions-${workerIndex}-${Date.now().toString(36)}`;
  await signIn(page, administrator);
  const first = documentOf("First name", 80, "vector(1)");
  expect(
    (await call(page, "POST", `${api}/dashboards`, { document: first, message: "as it began" })).status,
  ).toBe(201);
  for (const [version, document] of [
    [1, documentOf("Second name", 90, "vector(2)")],
    [2, documentOf("Third name", 90, "vector(3)")],
  ] as const) {
    expect((await call(page, "PUT", `${api}/dashboards/${uid}`, { document, version })).status).toBe(200);
  }
});

test.afterEach(async ({ page }) => {
  await call(page, "POST", `${api}/dashboards/trash`, { uids: [uid] });
  await call(page, "POST", `${api}/trash/purge`, { uids: [uid] });
});

test("any two versions are compared in words and as JSON, and an old one is restored as a new one", async ({
  page,
}) => {
  await page.goto(`/t/${tenant}/d/${uid}/versions?from=1&to=2`);
  const changes = page.getByRole("region", { name: "Changes from version 1 to version 2" });
  await expect(changes).toContainText("Second name", { timeout: 60_000 });
  await expect(changes).toContainText("Query A vector(1) → vector(2)");
  await expect(changes).toContainText("Threshold 2 80 → 90");
  await changes.getByRole("button", { name: "As JSON" }).click();
  await expect(changes.locator(".cm-mergeView")).toContainText('"value": 90', { timeout: 30_000 });

  await page.getByRole("button", { name: "Compare version 1 with the current one" }).click();
  await expect(page).toHaveURL(/from=1&to=3/);
  await page.getByRole("button", { name: "Restore version 1" }).click();
  await expect(page.locator('[data-version="4"]')).toContainText("Restored version 1");
  const { body } = await call<{ version: number; document: object }>(page, "GET", `${api}/dashboards/${uid}`);
  expect(body.version).toBe(4);
  expect(body.document).toEqual(documentOf("First name", 80, "vector(1)"));
});

test("an old version opens as it was, with live data, for a viewer too", async ({ page, browser }) => {
  const viewer = await browser.newPage();
  await signIn(viewer, demoAccount("viewer", tenant), `/t/${tenant}/d/${uid}/versions/2`);
  await expect(viewer.getByRole("note").first()).toContainText("Version 2 of 3");
  const panel = viewer.locator('[data-panel-id="1"]');
  await expect(panel).toHaveAttribute("data-panel-state", "ready", { timeout: 60_000 });
  await expect(panel).toContainText("Second name");
  await expect(panel).toContainText("2");
  await expect(viewer.getByRole("button", { name: "Restore this version" })).toBeHidden();
  await viewer.close();
  await page.goto(`/t/${tenant}/d/${uid}/versions/3`);
  await expect(page).toHaveURL(new RegExp(`/d/${uid}$`));
});

test("where both changed the same, a person may write what should stand there", async ({ page }) => {
  await page.goto(`/t/${tenant}/d/${uid}/edit?editPanel=1`);
  await expect(page.locator("[data-dashboard-mode=edit][data-dashboard-state=settled]")).toBeVisible({
    timeout: 60_000,
  });
  const theirs = documentOf("Their name", 90, "vector(30)");
  await call(page, "PUT", `${api}/dashboards/${uid}`, { document: theirs, version: 3 });
  const options = page.getByRole("complementary", { name: "Panel options" });
  await options.getByLabel("Title", { exact: true }).first().fill("My name");
  await page.keyboard.press("Control+s");
  const dialog = page.getByRole("dialog", { name: "Save dashboard" });
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  const conflicts = dialog.getByRole("region", { name: "Conflicts in Panel My name" });
  await expect(conflicts).toContainText("My name");
  await expect(conflicts).toContainText("Their name");
  await conflicts.getByText("Edit", { exact: true }).click();
  await conflicts.getByRole("textbox").fill("Our name");
  await dialog.getByRole("button", { name: "Save both" }).click();
  await expect(page.getByText("Saved as version 5.")).toBeVisible();
  const { body } = await call(page, "GET", `${api}/dashboards/${uid}`);
  expect(body).toMatchObject({ document: documentOf("Our name", 90, "vector(30)") });
});
