import { expect, type Page, test } from "@playwright/test";
import { call } from "./support/call";
import { administrator, demoAccount, signIn } from "./support/sign-in";

const tenant = "maestro";
const api = `/api/v1/tenants/${tenant}`;
const list = `/t/${tenant}/dashboards`;

test.describe.configure({ timeout: 180_000 });

let mark: string;
let folder: string;

/** Three dashboards in a folder of their own, all named by a mark that nothing else has. */
test.beforeEach(async ({ page }, { workerIndex }) => {
  mark = `org${workerIndex}${Date.now().toString(36)}`;
  folder = `f-${mark}`;
  await signIn(page, administrator);
  await call(page, "POST", `${api}/folders`, { uid: folder, title: `Folder ${mark}` });
  for (const name of ["alpha", "beta", "gamma"]) {
    const panels = [
      {
        id: 4,
        type: "stat",
        title: `Panel of ${name}`,
        targets: [{ refId: "A", expr: `sum(${mark}_${name}_total)` }],
      },
    ];
    const document = { uid: `${mark}-${name}`, title: `${mark} ${name}`, panels };
    expect((await call(page, "POST", `${api}/dashboards`, { document, folderUid: folder })).status).toBe(201);
  }
});

test.afterEach(async ({ page }) => {
  const { body } = await call<{ items?: { uid: string }[] }>(page, "GET", `${api}/folders`);
  const made = (body.items ?? []).filter(({ uid }) => uid.includes(mark));
  for (const { uid } of made) await call(page, "DELETE", `${api}/folders/${uid}?contents=trash`);
  const uids = ["alpha", "beta", "gamma"].map((name) => `${mark}-${name}`);
  await call(page, "POST", `${api}/dashboards/trash`, { uids });
  await call(page, "POST", `${api}/trash/purge`, { uids });
});

const row = (page: Page, name: string) => page.locator(`[data-dashboard-uid="${mark}-${name}"]`);

async function openFolder(page: Page): Promise<void> {
  await page.goto(`${list}?folder=${folder}`);
  await expect(row(page, "alpha")).toBeVisible({ timeout: 60_000 });
}

test("what is deleted lies in the trash, and undo and restore bring it back", async ({ page }) => {
  await openFolder(page);
  await row(page, "alpha").getByRole("checkbox").check();
  await row(page, "beta").getByRole("checkbox").check();
  await page.getByRole("button", { name: "Delete 2" }).click();
  await expect(row(page, "alpha")).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row(page, "alpha")).toBeVisible();
  await expect(row(page, "beta")).toBeVisible();

  await row(page, "gamma")
    .getByRole("button", { name: /^Menu of/ })
    .click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(row(page, "gamma")).toBeHidden();
  await page.getByRole("link", { name: "Trash" }).click();
  await page.getByRole("button", { name: `Restore ${mark} gamma` }).click();
  await expect(page.getByRole("button", { name: `Restore ${mark} gamma` })).toBeHidden();
  const { body } = await call<{ folderUid: string }>(page, "GET", `${api}/dashboards/${mark}-gamma`);
  expect(body.folderUid).toBe(folder);
});

test("a folder is made, filled, narrowed to a role and deleted with what lies in it", async ({
  page,
  browser,
}) => {
  await page.goto(list);
  await page.getByRole("button", { name: "New", exact: true }).click();
  await page.getByRole("menuitem", { name: "Folder" }).click();
  const dialog = page.getByRole("dialog", { name: "New folder" });
  await dialog.getByLabel("Title").fill(`Inner ${mark}`);
  await dialog.getByLabel("Folder").fill(`Folder ${mark}`);
  await page.getByRole("option", { name: `Folder ${mark}` }).click();
  await dialog.getByRole("button", { name: "Make folder" }).click();
  await expect(page.getByText(`Folder Inner ${mark} made.`)).toBeVisible();

  await openFolder(page);
  await page.getByRole("button", { name: `Menu of the folder Folder ${mark}` }).click();
  await page.getByRole("menuitem", { name: "Who sees and changes it" }).click();
  const roles = page.getByRole("dialog", { name: /^Who sees/ });
  await roles.getByLabel("Seen by").click();
  await page.getByRole("option", { name: "publishers and higher" }).click();
  await roles.getByRole("button", { name: "Change who may" }).click();
  await expect(page.getByText("Seen by the role publisher and higher")).toBeVisible();

  const viewer = await browser.newPage();
  await signIn(viewer, demoAccount("viewer", tenant));
  expect((await call(viewer, "GET", `${api}/dashboards/${mark}-alpha`)).status).toBe(404);
  const found = await call<{ items: unknown[] }>(viewer, "GET", `${api}/dashboards?query=${mark}`);
  expect(found.body.items).toEqual([]);
  await viewer.close();

  await page.getByRole("button", { name: `Menu of the folder Folder ${mark}` }).click();
  await page.getByRole("menuitem", { name: "Delete with contents" }).click();
  await expect(page.getByText(/put into the trash/)).toBeVisible();
  expect((await call(page, "GET", `${api}/dashboards/${mark}-alpha`)).status).toBe(404);
  await page
    .getByRole("alert")
    .filter({ hasText: "put into the trash" })
    .getByRole("button", { name: "Undo" })
    .click();
  await expect
    .poll(async () => (await call(page, "GET", `${api}/dashboards/${mark}-alpha`)).status)
    .toBe(200);
  await expect(page.getByRole("link", { name: `Folder ${mark}` })).toBeVisible();
});

test("the search finds by panel, metric and expression; the address keeps it", async ({ page }) => {
  await page.goto(list);
  const search = page.getByRole("searchbox", { name: "Search dashboards" });
  await search.fill(`${mark}_beta`);
  await expect(row(page, "beta")).toContainText(`metric ${mark}_beta_total`);
  await expect(row(page, "alpha")).toBeHidden();
  await search.fill(`sum(${mark}_gamma`);
  await expect(row(page, "gamma")).toBeVisible();
  await expect(row(page, "beta")).toBeHidden();
  await search.fill(`${mark} panel of alpha`);
  await expect(row(page, "alpha")).toBeVisible();
  await page.reload();
  await expect(search).toHaveValue(`${mark} panel of alpha`);
  await expect(row(page, "alpha")).toBeVisible();
  await row(page, "alpha").getByRole("link", { name: "Panel of alpha" }).click();
  await expect(page).toHaveURL(new RegExp(`/d/${mark}-alpha\\?viewPanel=4`), { timeout: 60_000 });
});

test("the filter of tags takes what is typed while its code comes, and stands in the address", async ({
  page,
}) => {
  let isHeld = true;
  const held: (() => void)[] = [];
  const changes = [{ uid: `${mark}-alpha`, add: [`${mark}-odd`] }];
  await call(page, "POST", `${api}/dashboards/tag`, { changes });
  await openFolder(page);
  await page.route("**/_next/static/chunks/**", async (route) => {
    if (isHeld) await new Promise<void>((go) => held.push(go));
    await route.continue();
  });
  const tags = page.getByRole("combobox", { name: "Tags" });
  await tags.click();
  await page.keyboard.type(`${mark}-o`);
  isHeld = false;
  for (const go of held) go();
  await expect(tags).toBeFocused();
  await expect(tags).toHaveValue(`${mark}-o`);
  await page.getByRole("option", { name: `${mark}-odd` }).click();
  await expect(row(page, "beta")).toBeHidden();
  await expect(row(page, "alpha")).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`tag=${mark}-odd`));
  await page.reload();
  await expect(page.getByText(`${mark}-odd`, { exact: true }).first()).toBeVisible();
  await expect(row(page, "beta")).toBeHidden();
});

test("by keyboard alone: rows are walked, chosen, tagged and moved; the palette finds the rest", async ({
  page,
}) => {
  await openFolder(page);
  await page.keyboard.press("j");
  await expect(row(page, "alpha").locator("[data-row-link]")).toBeFocused();
  const before = await row(page, "beta").boundingBox();
  await page.keyboard.press("x");
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await expect(page.getByText("2 selected")).toBeVisible();
  // Whoever chooses row by row finds the next where it was.
  expect((await row(page, "beta").boundingBox())?.y).toBe(before?.y);
  await page.keyboard.press("t");
  await page.getByRole("dialog", { name: "Tags of 2 dashboards" }).getByLabel("Add").fill(`tag-${mark}`);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Change tags" }).click();
  await expect(row(page, "alpha")).toContainText(`tag-${mark}`);
  await expect(row(page, "beta")).toContainText(`tag-${mark}`);
  await expect(row(page, "gamma")).not.toContainText(`tag-${mark}`);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row(page, "alpha")).not.toContainText(`tag-${mark}`);

  await page.keyboard.press("Control+k");
  const palette = page.getByRole("textbox", { name: "Search dashboards, pages and actions" });
  await palette.fill(`${mark}_gamma_total`);
  await expect(page.getByText(`metric ${mark}_gamma_total`)).toBeVisible();
  await palette.fill(`Folder ${mark}`);
  await page.getByText(`Folder ${mark}`, { exact: true }).last().click();
  await expect(page).toHaveURL(new RegExp(`folder=${folder}`));
});
