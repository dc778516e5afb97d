import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { call } from "./support/call";
import { administrator, signIn } from "./support/sign-in";

const tenant = "maestro";
const api = `/api/v1/tenants/${tenant}/dashboards`;
const shipped = join(
  import.meta.dirname,
  "../monitoring/grafana/dashboards/maestro/maestro-ml-overview.json",
);

type Document = Record<string, unknown> & { panels: { id: number; title: string; gridPos: object }[] };

let uid: string;

test.describe.configure({ timeout: 180_000 });

test.beforeEach(async ({ page }, { workerIndex, title }) => {
  uid = `editing-${workerIndex}-${Date.now().toString(36)}`;
  await signIn(page, administrator);
  const document = {
    ...JSON.parse(readFileSync(shipped, "utf8")),
    id: null,
    uid,
    title: `Editing: ${title}`,
  };
  expect((await call(page, "POST", api, { document })).status).toBe(201);
});

test.afterEach(async ({ page }) => {
  await call(page, "DELETE", `${api}/${uid}`);
});

async function stored(page: Page): Promise<{ version: number; document: Document }> {
  return (await call<{ version: number; document: Document }>(page, "GET", `${api}/${uid}`)).body;
}

async function openEditor(page: Page, query = ""): Promise<void> {
  await page.goto(`/t/${tenant}/d/${uid}/edit${query}`);
  await expect(page.locator("[data-dashboard-mode=edit][data-dashboard-state=settled]")).toBeVisible({
    timeout: 60_000,
  });
}

async function save(page: Page, message?: string): Promise<void> {
  await page.keyboard.press("Control+s");
  const dialog = page.getByRole("dialog", { name: "Save dashboard" });
  if (message) await dialog.getByLabel("Message").fill(message);
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
}

const optionsOf = (page: Page) => page.getByRole("complementary", { name: "Panel options" });
const gridItem = (page: Page, id: number) => page.locator(`[data-grid-key="${id}"]`);

test("a changed title is saved as a new version, and nothing else changes", async ({ page }) => {
  const before = await stored(page);
  await openEditor(page, "?editPanel=2");
  await optionsOf(page).getByLabel("Title", { exact: true }).fill("Requests, renamed");
  await expect(page.locator('[data-panel-id="2"]')).toContainText("Requests, renamed");
  await save(page, "a better name");
  await expect(page.getByText("Saved as version 2.")).toBeVisible();
  await expect(page.getByText("Editing", { exact: true })).toBeVisible();

  const after = await stored(page);
  expect(after.version).toBe(before.version + 1);
  const expected = structuredClone(before.document);
  for (const panel of expected.panels) if (panel.id === 2) panel.title = "Requests, renamed";
  expect({ ...after.document, version: 0 }).toEqual({ ...expected, version: 0 });

  await page.getByRole("link", { name: "Close" }).click();
  await expect(page.locator('[data-panel-id="2"]')).toContainText("Requests, renamed");
});

test("a dragged panel moves, only moved panels change, and undo brings all back", async ({ page }) => {
  await openEditor(page);
  const place = () => gridItem(page, 5).boundingBox();
  const before = await place();
  const head = await gridItem(page, 5).locator(".panel-drag-handle").boundingBox();
  if (!before || !head) throw new Error("The panel is not on the page.");
  await page.mouse.move(head.x + 60, head.y + 12);
  await page.mouse.down();
  await page.mouse.move(head.x + 200, head.y + 12, { steps: 6 });
  await page.mouse.move(head.x + 60 + before.width * 1.05, head.y + 12, { steps: 10 });
  await page.mouse.up();
  await expect.poll(async () => (await place())?.x).not.toBe(before.x);

  await page.keyboard.press("Control+z");
  await expect.poll(async () => (await place())?.x).toBe(before.x);
  await expect(page.getByRole("button", { name: "Save", exact: true })).toBeDisabled();

  await page.keyboard.press("Control+Shift+z");
  await expect.poll(async () => (await place())?.x).not.toBe(before.x);
  const original = (await stored(page)).document;
  await save(page);
  await expect(page.getByText("Saved as version 2.")).toBeVisible();
  const { document } = await stored(page);
  const others = (from: Document) => from.panels.map(({ gridPos: _gridPos, ...rest }) => rest);
  expect(others(document)).toEqual(others(original));
  const placeOf = (from: Document, id: number) => from.panels.find((panel) => panel.id === id)?.gridPos;
  expect(placeOf(document, 5)).not.toEqual(placeOf(original, 5));
  for (const id of [2, 3]) expect(placeOf(document, id)).toEqual(placeOf(original, id));
});

test("a new panel with a query shows its data before it is saved", async ({ page }) => {
  await openEditor(page);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("menuitem", { name: "Panel" }).click();
  await page.getByRole("textbox", { name: "PromQL of query A" }).click();
  await page.keyboard.type("sum(maestro_http_requests_tot");
  await expect(page.getByRole("option", { name: "maestro_http_requests_total" })).toBeVisible();
  // A list that has just opened lets keys through to the text for a moment, so that fast typing is not caught by it.
  await page.waitForTimeout(250);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Shift+Enter");
  const panel = page.locator("[data-panel-editor] [data-panel-id]");
  await expect(panel).toHaveAttribute("data-panel-state", "ready", { timeout: 60_000 });
  await optionsOf(page).getByLabel("Title", { exact: true }).fill("All requests");
  await save(page);
  await expect(page.getByText("Saved as version 2.")).toBeVisible();
  const { document } = await stored(page);
  expect(document.panels.at(-1)).toMatchObject({
    title: "All requests",
    targets: [{ refId: "A", expr: "sum(maestro_http_requests_total)" }],
  });
});

test("an expression that cannot be read is marked where it stands and not asked", async ({ page }) => {
  await openEditor(page, "?editPanel=2");
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/panels/query")) asked.push(request.postData() ?? "");
  });
  await page.getByRole("textbox", { name: "PromQL of query A" }).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" +");
  await expect(page.locator("[data-query-error]")).toContainText("unexpected end");
  await expect(page.locator(".cm-lintRange-error")).toBeVisible();
  await page.keyboard.press("Shift+Enter");
  await page.waitForTimeout(1_500);
  expect(asked).toEqual([]);
  await expect(page.locator('[data-panel-id="2"]')).toHaveAttribute("data-panel-state", "ready");
});

test("what was typed a moment before is saved, and stays beside what is typed", async ({ page }) => {
  await openEditor(page, "?editPanel=2");
  const field = page.getByRole("textbox", { name: "PromQL of query A" });
  const before = await field.textContent();
  await field.click();
  await page.keyboard.press("Control+End");
  const typed = " + 0 * 1 - 0 + 2 * 0 + 3 * 0 + 4 * 0 + 5 * 0";
  await page.keyboard.type(typed, { delay: 35 });
  await page.keyboard.type(" + 7");
  await save(page);
  await expect(page.getByText(/^Saved as version/)).toBeVisible();
  await expect(field).toHaveText(`${before}${typed} + 7`);
  const { document } = await stored(page);
  expect(JSON.stringify(document.panels)).toContain(`${typed} + 7`);
});

test("a stale save keeps both changes", async ({ page }) => {
  await openEditor(page, "?editPanel=2");
  const { version, document } = await stored(page);
  const theirs = structuredClone(document);
  for (const panel of theirs.panels) if (panel.id === 3) panel.title = "Renamed by another";
  expect((await call(page, "PUT", `${api}/${uid}`, { document: theirs, version })).status).toBe(200);

  await optionsOf(page).getByLabel("Title", { exact: true }).fill("Renamed by me");
  await save(page);
  const dialog = page.getByRole("dialog", { name: "Save dashboard" });
  await expect(dialog.getByText(/saved version 2 meanwhile/)).toBeVisible();
  await dialog.getByRole("button", { name: "Save both" }).click();
  await expect(page.getByText("Saved as version 3.")).toBeVisible();
  const titles = (await stored(page)).document.panels.map(({ title }) => title);
  expect(titles).toContain("Renamed by me");
  expect(titles).toContain("Renamed by another");
});

test("where both changed the same, the person chooses", async ({ page }) => {
  await openEditor(page, "?editPanel=2");
  const { version, document } = await stored(page);
  const theirs = structuredClone(document);
  for (const panel of theirs.panels) if (panel.id === 2) panel.title = "Their title";
  await call(page, "PUT", `${api}/${uid}`, { document: theirs, version });
  await optionsOf(page).getByLabel("Title", { exact: true }).fill("My title");
  await save(page);
  const dialog = page.getByRole("dialog", { name: "Save dashboard" });
  await dialog.getByText("Theirs", { exact: true }).click();
  await dialog.getByRole("button", { name: "Save both" }).click();
  await expect(page.getByText("Saved as version 3.")).toBeVisible();
  expect((await stored(page)).document.panels.find(({ id }) => id === 2)?.title).toBe("Their title");
});

test("leaving with changes asks once, by a link and by the browser's Back", async ({ page }) => {
  await page.goto(`/t/${tenant}/d/${uid}`);
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await expect(page.locator("[data-dashboard-mode=edit]")).toBeVisible({ timeout: 60_000 });
  await gridItem(page, 5).focus();
  await page.keyboard.press("p");
  await page.keyboard.press("d");
  await expect(page.getByText("Not saved")).toBeVisible();

  // Not page.goBack(), which waits for the navigation that is held up.
  await page.evaluate(() => history.back());
  const question = page.getByRole("dialog", { name: "Leave without saving?" });
  await expect(question).toBeVisible();
  await question.getByRole("button", { name: "Keep editing" }).click();
  await expect(page).toHaveURL(/\/edit$/);
  await expect(page.getByText("Not saved")).toBeVisible();

  await page.getByRole("link", { name: "Explore" }).click();
  await expect(question).toBeVisible();
  await question.getByRole("button", { name: "Discard changes" }).click();
  await expect(page).toHaveURL(/\/explore/);
  expect((await stored(page)).version).toBe(1);
});

test("a removed panel comes back by undo, and keys move and resize the chosen one", async ({ page }) => {
  await openEditor(page);
  await gridItem(page, 7).focus();
  await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("p");
  await page.keyboard.press("r");
  await expect(gridItem(page, 7)).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(gridItem(page, 7)).toHaveCount(1);
  await save(page);
  await expect(page.getByText("Saved as version 2.")).toBeVisible();
  const { document } = await stored(page);
  expect(document.panels.find(({ id }) => id === 7)?.gridPos).toEqual({ x: 8, y: 10, w: 7, h: 9 });
});
