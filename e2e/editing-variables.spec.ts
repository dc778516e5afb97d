import { expect, test } from "@playwright/test";
import { keepDashboard } from "./support/keep-dashboard";
import { administrator, signIn } from "./support/sign-in";

const uid = "editing-variables";
const users = "maestro_tenant_active_users";
const document = {
  uid,
  title: "Variables, edited",
  time: { from: "now-1h", to: "now" },
  templating: {
    list: [{ name: "tenant", type: "query", query: `label_values(${users}, tenant_id)`, refresh: 1 }],
  },
  panels: [
    {
      ...{ id: 1, type: "stat", title: "Users", gridPos: { x: 0, y: 0, w: 6, h: 6 } },
      targets: [{ refId: "A", expr: `${users}{tenant_id=~"$tenant"}` }],
    },
  ],
};

test("a variable looks for its values anew when its query changes, and a new one at once", async ({
  page,
}) => {
  await signIn(page, administrator);
  await keepDashboard(page, "maestro", document);
  await page.goto(`/t/maestro/d/${uid}/edit`);
  const settled = page.locator("[data-dashboard-mode=edit][data-dashboard-state=settled]");
  await expect(settled).toBeVisible();
  await page.getByRole("button", { name: "Settings", exact: true }).click();
  await page.getByRole("tab", { name: "Variables" }).click();
  const changed = page.locator("[data-variable=tenant]");
  await expect(changed.getByRole("status")).toContainText("acme");
  await changed.getByLabel("Query", { exact: true }).fill(`label_values(${users}, __name__)`);
  await expect(changed.getByRole("status")).toHaveText(users);
  await page.getByRole("button", { name: "Add variable" }).click();
  await page.getByRole("menuitem", { name: "custom" }).click();
  const added = page.locator("[data-variable=custom]");
  await added.getByLabel("Values", { exact: true }).fill("dev, prod");
  await expect(added.getByRole("status")).toContainText("prod");

  await page.getByRole("button", { name: "Add variable" }).click();
  await page.getByRole("menuitem", { name: "query" }).click();
  const asked = page.locator("[data-variable=query]");
  await expect(asked.getByLabel("Name", { exact: true })).toBeFocused();
  await asked.getByRole("combobox", { name: "Query" }).fill("tenant");
  await page.getByRole("option", { name: "label_values(tenant_id)" }).click();
  await expect(asked.getByRole("status")).toContainText("acme");
  await page.keyboard.press("Escape");
  await expect(settled).toBeVisible();
});
