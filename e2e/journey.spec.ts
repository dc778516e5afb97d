import { expect, test } from "@playwright/test";
import { type GrafanaStandIn, startGrafanaStandIn } from "./grafana-stand-in/start-grafana-stand-in";
import { keepDashboard } from "./support/keep-dashboard";
import { demoAccount, signIn, signInByForm } from "./support/sign-in";

const editor = demoAccount("editor", "bookmarkai");
const admin = demoAccount("admin", "bookmarkai");
const uid = "published-journey";
const targetName = `Stand-in ${Date.now().toString(36)}`;
const document = {
  uid,
  title: "Producer",
  panels: [{ id: 1, type: "stat", title: "Workers", targets: [{ refId: "A", expr: "celery_workers" }] }],
};

test.describe
  .serial("from an edit to a Grafana", () => {
    let grafana: GrafanaStandIn;

    test.beforeAll(async () => {
      grafana = await startGrafanaStandIn({
        datasources: [{ uid: "prom-there", name: "Prometheus", url: "http://127.0.0.1:9", isDefault: true }],
      });
    });
    test.afterAll(() => grafana.close());

    async function inGrafana() {
      const response = await fetch(`${grafana.url}/api/dashboards/uid/${uid}`, {
        headers: { authorization: `Bearer ${grafana.tokens.editor}` },
      });
      return { status: response.status, body: await response.json() };
    }

    test("an editor renames a dashboard", async ({ page }) => {
      await signIn(page, editor);
      await keepDashboard(page, "bookmarkai", document);
      await page.goto(`/t/bookmarkai/d/${uid}/edit`);
      await page.getByRole("button", { name: "Settings" }).click();
      const title = page.getByRole("dialog").getByLabel("Title");
      await title.fill("Producer, renamed");
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toBeHidden();
      await page.keyboard.press("Control+s");
      await expect(page.locator("[data-changes]")).toContainText("Producer, renamed");
      await page.getByRole("textbox", { name: "Message" }).fill("A better name");
      await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
      await expect(page.getByRole("dialog")).toBeHidden();
      await page.goto(`/t/bookmarkai/d/${uid}`);
      await expect(page.getByRole("heading", { level: 1, name: "Producer, renamed" })).toBeVisible();
    });

    test("an admin adds the Grafana, after a test of it", async ({ page }) => {
      await signIn(page, admin, "/t/bookmarkai/admin/grafana");
      await page.getByRole("button", { name: /Add/ }).first().click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Name").fill(targetName);
      await dialog.getByLabel("URL").fill(grafana.url);
      await dialog.getByRole("textbox", { name: "Token" }).fill("wrong-token");
      await dialog.getByRole("button", { name: "Test" }).click();
      await expect(dialog.getByLabel("Failed").first()).toBeVisible();
      await dialog.getByRole("textbox", { name: "Token" }).fill(grafana.tokens.editor);
      await dialog.getByRole("button", { name: "Test" }).click();
      await expect(dialog.getByLabel("Passed").first()).toBeVisible();
      await dialog.getByRole("button", { name: "Save" }).click();
      await expect(dialog).toBeHidden();
      const card = page.locator(`[data-target='${targetName}']`);
      await card.getByRole("button", { name: "Test" }).click();
      await expect(card.getByLabel("Passed").first()).toBeVisible();
      await expect(card).toContainText("tested just now");
      expect(await page.content()).not.toContain(grafana.tokens.editor);
    });

    test("a plan is read and applied, and a second one finds no change", async ({ page }) => {
      const publisher = demoAccount("publisher", "bookmarkai");
      await signIn(page, publisher, `/t/bookmarkai/publish?dashboards=${uid}`);
      const target = page.getByRole("combobox", { name: "Grafana target" });
      if ((await target.inputValue()) === "") {
        await target.click();
        await page.getByRole("option", { name: targetName }).click();
      }
      await page.getByRole("button", { name: "Plan 1 dashboard" }).click();
      await expect(page.locator("[data-publish-state=planned]")).toBeVisible();
      expect((await inGrafana()).status).toBe(404);
      await page.getByRole("button", { name: /^Publish 1 dashboard/ }).click();
      await expect(page.locator("[data-publish-state=done]")).toBeVisible();
      const published = await inGrafana();
      expect(published.status).toBe(200);
      expect(published.body.dashboard.title).toBe("Producer, renamed");
      expect(published.body.dashboard.version).toBe(1);
      expect(JSON.stringify(published.body.dashboard)).not.toContain("__inputs");
      const writes = grafana.writes();
      await page.getByRole("button", { name: "Plan again" }).click();
      await expect(page.locator("[data-publish-state=planned]")).toBeVisible();
      await expect(page.getByRole("button", { name: /^Publish \d/ })).toHaveCount(0);
      expect(grafana.writes()).toBe(writes);

      await page.getByRole("tab", { name: "Published" }).click();
      await page
        .getByRole("row", { name: /Producer, renamed/ })
        .filter({ hasText: targetName })
        .getByRole("button", { name: /^Actions/ })
        .click();
      await page.getByRole("menuitem", { name: "Publish again" }).click();
      await expect(page.locator("[data-publish-state=planned]")).toBeVisible();
      await page.getByRole("button", { name: "Choose dashboards" }).click();
      const boxes = page.getByRole("checkbox", { name: /^Select (?!all)/ });
      await expect(boxes.first()).toBeVisible();
      const count = await boxes.count();
      // Faster than the address can follow.
      await boxes.evaluateAll((all) => {
        for (const box of all) if (box instanceof HTMLInputElement && !box.checked) box.click();
      });
      await expect(page.getByRole("button", { name: `Plan ${count} dashboards` })).toBeVisible();
      await boxes.evaluateAll((all) => {
        for (const box of all) if (box instanceof HTMLInputElement && box.checked) box.click();
      });
      await expect(page.getByRole("button", { name: "Plan", exact: true })).toBeDisabled();
      await boxes.first().click();
      await expect(page.getByRole("button", { name: "Plan 1 dashboard" })).toBeVisible();
      // An address that the page wrote before is a stranger's when a link leads to it.
      await page.getByRole("link", { name: "Publish" }).click();
      await expect(page.getByRole("button", { name: "Plan", exact: true })).toBeDisabled();
    });
  });

test("a wrong password and an unknown address get the same answer", async ({ page }) => {
  const answers: string[] = [];
  for (const email of ["viewer@globex.demo", "nobody@globex.demo"]) {
    await page.goto("/sign-in");
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password", { exact: true }).fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    answers.push((await page.locator("form").getByRole("alert").textContent()) ?? "");
  }
  expect(answers[0]).toBe(answers[1]);
});

test("signing in leads to what was asked for, and signing out ends the session", async ({ page }) => {
  await signInByForm(page, demoAccount("viewer", "acme"), "/t/acme/dashboards");
  await expect(page).toHaveURL(/\/t\/acme\/dashboards$/);
  await page.getByRole("button", { name: /^Signed in as/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/sign-in/);
  expect((await page.request.get("/api/v1/tenants/acme/dashboards")).status()).toBe(401);
});
