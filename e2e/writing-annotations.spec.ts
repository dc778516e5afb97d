import { expect, type Page, test } from "@playwright/test";
import { call } from "./support/call";
import { panelStates } from "./support/dashboards";
import { keepDashboard } from "./support/keep-dashboard";
import { demoAccount, signIn } from "./support/sign-in";
import { walkChart } from "./support/walk-chart";

const uid = "writing-annotations";
const dashboard = `/t/automation/d/${uid}`;
const api = "/api/v1/tenants/automation";

const document = {
  uid,
  title: "Writing annotations",
  time: { from: "now-30m", to: "now" },
  panels: [1, 2].map((id) => ({
    id,
    type: "timeseries",
    title: `Constant ${id}`,
    gridPos: { x: 12 * (id - 1), y: 0, w: 12, h: 9 },
    targets: [{ refId: "A", expr: "vector(21)" }],
  })),
};

const plotOf = (page: Page, id: number) => page.locator(`[data-panel-id='${id}'] .u-over`);

async function open(page: Page, role: "editor" | "viewer") {
  await signIn(page, demoAccount(role, "automation"));
  if (role === "editor") {
    await keepDashboard(page, "automation", document);
    const { body } = await call<{ items: { id: string }[] }>(
      page,
      "GET",
      `${api}/annotations?dashboard=${uid}`,
    );
    for (const { id } of body.items) await call(page, "DELETE", `${api}/annotations/${id}`);
  }
  const asked = page.waitForResponse(/annotations\/query/);
  await page.goto(dashboard);
  await panelStates(page);
  await asked;
}

async function drag(page: Page, id: number, from: number, to: number) {
  const box = await plotOf(page, id).boundingBox();
  if (!box) throw new Error("no plot");
  const y = box.y + box.height / 2;
  await page.keyboard.down("Control");
  await page.mouse.move(box.x + box.width * from, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * to, y, { steps: 5 });
  await page.mouse.up();
  await page.keyboard.up("Control");
}

test("an editor writes on a chart, changes it, deletes it and takes that back; the range stays", async ({
  page,
}) => {
  await open(page, "editor");
  await drag(page, 1, 0.3, 0.6);
  const dialog = page.getByRole("dialog", { name: "Add annotation" });
  await expect(dialog).toContainText(" to ");
  await dialog.getByRole("button", { name: "Add annotation" }).click();
  await expect(dialog).toContainText("Say what happened.");
  await dialog.getByLabel("Text").fill("Load test <b>at night</b> https://example.org/run/1");
  await dialog.getByLabel("Tags").fill("load,");
  await page.keyboard.press("Control+Enter");
  await expect(dialog).toBeHidden();
  expect(new URL(page.url()).searchParams.get("from")).toBeNull();

  const tooltip = page.getByRole("tooltip").first();
  await plotOf(page, 1).hover({ position: { x: 200, y: 40 } });
  await expect(tooltip).toContainText("Load test <b>at night</b>");
  await expect(tooltip).toContainText("load");
  await plotOf(page, 2).hover({ position: { x: 200, y: 40 } });
  await expect(tooltip).not.toContainText("Load test");

  await plotOf(page, 2).click({ position: { x: 200, y: 40 }, modifiers: ["Control"] });
  await dialog.getByLabel("Text").fill("Moment");
  await dialog.getByText("All panels").click();
  await dialog.getByRole("button", { name: "Add annotation" }).click();
  await expect(dialog).toBeHidden();
  await plotOf(page, 1).hover({ position: { x: 200, y: 40 } });
  await expect(tooltip).toContainText("Moment");

  await plotOf(page, 1).click({ position: { x: 200, y: 40 } });
  await page.getByRole("button", { name: "Edit Moment" }).click();
  const edit = page.getByRole("dialog", { name: "Edit annotation" });
  await edit.getByLabel("Text").fill("Deployed 2.1");
  await edit.getByRole("button", { name: "Save annotation" }).click();
  await expect(edit).toBeHidden();

  await page.getByRole("button", { name: "2 annotations" }).click();
  const drawer = page.getByRole("dialog", { name: "Annotations" });
  await expect(drawer.getByRole("listitem")).toHaveCount(2);
  await expect(drawer.getByRole("link")).toHaveAttribute("href", "https://example.org/run/1");
  await drawer.getByRole("button", { name: "Edit Deployed 2.1" }).click();
  await edit.getByRole("combobox", { name: "Tags" }).fill("deploy");
  await page.keyboard.press("Control+Enter");
  await expect(drawer).toContainText("deploy");
  await drawer.getByRole("button", { name: "Delete Deployed 2.1" }).click();
  await expect(drawer.getByRole("listitem")).toHaveCount(1);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(drawer.getByRole("listitem")).toHaveCount(2);
  await drawer.getByRole("button", { name: "Delete Deployed 2.1" }).click();
  await expect(drawer.getByRole("listitem")).toHaveCount(1);
});

test("by keyboard an annotation is written from the pinned values", async ({ page }) => {
  await open(page, "editor");
  await page.getByRole("application").first().focus();
  await walkChart(page);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Add annotation" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Add annotation" });
  await expect(dialog.getByLabel("Text")).toBeFocused();
  await page.keyboard.type("By keys");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("button", { name: "1 annotation", exact: true })).toBeVisible();
});

test("a viewer sees what is written, in kiosk mode too, and writes nothing", async ({ page }) => {
  await open(page, "viewer");
  await drag(page, 1, 0.3, 0.6);
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.goto(`${dashboard}?kiosk`);
  await page.waitForResponse(/annotations\/query/);
  await plotOf(page, 1).hover({ position: { x: 590, y: 40 } });
  await page.mouse.move(0, 0);
  await page.goto(dashboard);
  await page.getByRole("button", { name: "1 annotation", exact: true }).click();
  const drawer = page.getByRole("dialog", { name: "Annotations" });
  await expect(drawer).toContainText("By keys");
  await expect(drawer.getByRole("button", { name: /^(Edit|Delete)/ })).toHaveCount(0);
});
