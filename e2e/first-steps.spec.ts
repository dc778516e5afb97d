import { expect, test } from "@playwright/test";
import { administrator, signIn } from "./support/sign-in";

const mark = Date.now().toString(36);

test("a new tenant is opened where it was made, and says what comes first", async ({ page }) => {
  await signIn(page, administrator, "/admin/tenants");
  await page.getByRole("button", { name: "New tenant" }).first().click();
  const dialog = page.getByRole("dialog", { name: "New tenant" });
  await dialog.getByLabel("Name", { exact: true }).fill(`Große Abteilung ${mark}`);
  await expect(dialog.getByLabel("Short name")).toHaveValue(`grosse-abteilung-${mark}`);
  await dialog.getByRole("button", { name: "Create tenant" }).click();
  await page.getByRole("link", { name: `Open Große Abteilung ${mark}` }).click();

  await expect(page.getByRole("heading", { name: "A datasource comes first" })).toBeVisible();
  await expect(page.getByRole("button", { name: `Tenant Große Abteilung ${mark}: switch` })).toBeVisible();
  await page.getByRole("button", { name: "Import dashboards" }).click();
  await expect(page.getByRole("dialog", { name: "Import dashboards" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Add a datasource" }).click();
  await expect(page).toHaveURL(/\/admin\/datasources/);
});
