import { expect, test } from "@playwright/test";
import { call } from "./support/call";
import { administrator, signIn, signInByForm } from "./support/sign-in";

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
  await expect(
    page.getByRole("dialog", { name: "Add datasource" }).getByLabel("Name", { exact: true }),
  ).toBeFocused();
});

test("a datasource's address that is nearly right is put right with a press, and a mistyped matcher is told", async ({
  page,
}) => {
  await signIn(page, administrator, "/t/acme/admin/datasources?new=1");
  const { items } = (await call(page, "GET", "/api/v1/tenants/acme/datasources")).body as {
    items: { url: string }[];
  };
  const prometheus = items[0]?.url ?? "";
  const form = page.getByRole("dialog", { name: "Add datasource" });
  await form.getByLabel("URL", { exact: true }).fill(`${prometheus}/graph`);
  await form.getByRole("button", { name: "Test", exact: true }).click();
  await form.getByRole("button", { name: `Use ${prometheus}`, exact: true }).click();
  await expect(form.getByRole("status")).toContainText("Prometheus answers");
  await expect(form.getByLabel("URL", { exact: true })).toHaveValue(prometheus);

  await form.getByRole("button", { name: "Add label" }).press("Enter");
  await expect(form.getByLabel("Label 1", { exact: true })).toBeFocused();
  await page.keyboard.type("tenant_id");
  await page.keyboard.press("Tab");
  await page.keyboard.type("acmee");
  await form.getByRole("button", { name: "Test", exact: true }).click();
  await expect(form.getByRole("alert")).toContainText(
    'No series of the last hour fits the matchers {tenant_id="acmee"}',
  );
  await form.getByLabel("Value of tenant_id").fill("acme");
  await form.getByRole("button", { name: "Test", exact: true }).click();
  await expect(form.getByRole("alert")).toHaveCount(0);
});

test("who lost the link of an invitation gets a new one with a press", async ({ page }) => {
  await signIn(page, administrator, "/t/acme/admin/members");
  const email = `lost-${mark}@example.com`;
  await page.getByRole("region", { name: "Add a member" }).getByLabel("E-mail").fill(email);
  await page.keyboard.press("Enter");
  const links = page.getByLabel(`Invitation link for ${email}`);
  const first = await links.inputValue();
  await page.getByRole("button", { name: "Hide the link" }).click();
  await page.getByRole("button", { name: `New link for ${email}` }).click();
  await expect(links).toHaveValue(/\/invitations\//);
  expect(await links.inputValue()).not.toBe(first);
  await page.getByRole("button", { name: `Withdraw the invitation of ${email}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Withdraw invitation" }).click();
  await expect(page.getByRole("button", { name: `New link for ${email}` })).toHaveCount(0);
});

test("a person changes the password: this place stays signed in, others are out", async ({
  browser,
  page,
}) => {
  const elsewhere = await browser.newPage();
  try {
    await signIn(page, administrator);
    const email = `changes-${mark}@example.com`;
    const added = await call<{ path: string }>(page, "POST", "/api/v1/tenants/acme/members", {
      email,
      role: "viewer",
    });
    await elsewhere.goto(added.body.path);
    await expect(elsewhere.getByLabel("Name")).toBeFocused();
    await elsewhere.getByLabel("Password", { exact: true }).fill("the first password");
    await elsewhere.getByRole("button", { name: "Make an account and join" }).click();
    await expect(elsewhere).toHaveURL(/\/t\/acme\/dashboards/);

    await page.context().clearCookies();
    await signInByForm(page, { email, password: "the first password" }, "/t/acme/dashboards");
    await page.getByRole("button", { name: /^Signed in as/ }).click();
    await page.getByRole("menuitem", { name: "Account" }).click();
    const dialog = page.getByRole("dialog", { name: "Account" });
    await dialog.getByLabel("Present password", { exact: true }).fill("not the password");
    await dialog.getByLabel("New password", { exact: true }).fill("the second password");
    await page.keyboard.press("Enter");
    await expect(dialog.getByRole("alert")).toContainText("not your present password");
    await dialog.getByLabel("Present password", { exact: true }).fill("the first password");
    await dialog.getByRole("button", { name: "Change password" }).click();
    await expect(dialog).toBeHidden();

    await page.reload();
    await expect(page.getByRole("button", { name: `Signed in as ${email}` })).toBeVisible();
    await elsewhere.goto("/t/acme/dashboards");
    await expect(elsewhere).toHaveURL(/\/sign-in/);
  } finally {
    await elsewhere.close();
  }
});
