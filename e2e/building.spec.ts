import { expect, type Page, test } from "@playwright/test";
import { panelStates } from "./support/dashboards";
import { keepDashboard } from "./support/keep-dashboard";
import { demoAccount, signIn } from "./support/sign-in";

const uid = "built-here";
const api = "/api/v1/tenants/maestro/dashboards";
const table = {
  id: 1,
  type: "table",
  title: "Jobs",
  gridPos: { x: 0, y: 0, w: 12, h: 8 },
  targets: [{ refId: "A", expr: "up", instant: true, range: false, format: "table" }],
};

async function keep(page: Page, more: object = {}) {
  await signIn(page, demoAccount("editor", "maestro"));
  await keepDashboard(page, "maestro", {
    uid,
    title: "Built here",
    schemaVersion: 39,
    panels: [table],
    ...more,
  });
}

async function save(page: Page) {
  await page.keyboard.press("Control+s");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
}

async function stored(page: Page) {
  return (await (await page.request.get(`${api}/${uid}`)).json()).document;
}

test("transformations are added, filled in by what comes in, ordered, switched off, undone and stored", async ({
  page,
}) => {
  await keep(page);
  await page.goto(`/t/maestro/d/${uid}/edit?editPanel=1`);
  const section = page.getByRole("region", { name: "Transformations" });
  const add = async (search: string, name: string) => {
    await section.getByRole("button", { name: "Add transformation" }).click();
    await page.getByLabel("Search transformations").fill(search);
    await page.getByRole("menuitem", { name }).click();
  };
  const preview = page.locator("[data-panel-editor] [data-panel-id]");
  await expect(preview.getByRole("columnheader", { name: "instance" })).toBeVisible();

  await add("rename", "Organize fields");
  await section.getByRole("button", { name: "Hide instance" }).click();
  await expect(preview.getByRole("columnheader", { name: "instance" })).toBeHidden();
  await section.getByLabel("New name of job").fill("Service");
  await expect(preview.getByRole("columnheader", { name: "Service" })).toBeVisible();

  await add("order the rows", "Sort by");
  await section.getByRole("combobox", { name: "Field" }).fill("Service");
  await page.keyboard.press("Escape");
  await section.getByRole("switch", { name: "Descending" }).click({ force: true });
  const firstCell = preview.getByRole("row").nth(1);
  await expect(firstCell).toContainText(/test-watcher|prometheus|panelsmith|ml-training/);

  await add("", "Limit");
  const kinds = section.locator("[data-transformation]");
  await section.getByRole("button", { name: "Move transformation 3, Limit up" }).click();
  await expect(kinds.nth(1)).toHaveAttribute("data-transformation", "limit");
  // Each step in a list is one to undo, however quickly they follow each other.
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(kinds.nth(2)).toHaveAttribute("data-transformation", "limit");
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(kinds.nth(1)).toHaveAttribute("data-transformation", "limit");
  await section.getByRole("button", { name: "Switch off transformation 2, Limit" }).click();
  await section.getByRole("button", { name: "Remove transformation 3, Sort by" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await save(page);
  const [panel] = (await stored(page)).panels;
  expect(panel.transformations).toEqual([
    {
      id: "organize",
      options: {
        excludeByName: { instance: true },
        indexByName: expect.any(Object),
        renameByName: { job: "Service" },
      },
    },
    { id: "limit", options: { limitField: 10 }, disabled: true },
    { id: "sortBy", options: { fields: {}, sort: [{ field: "Service", desc: true }] } },
  ]);
});

test("links of dashboard, panel and values are set in the editor; a dashboard's own keeps the range", async ({
  page,
}) => {
  await keep(page);
  await page.goto(`/t/maestro/d/${uid}/edit`);
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("tab", { name: "Links" }).click();
  await page.getByRole("button", { name: "Add link", exact: true }).click();
  await page.getByRole("textbox", { name: "Title" }).fill("Overview");
  await page.getByRole("textbox", { name: "Address" }).fill("/d/maestro-ml-overview");
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Menu of Jobs" }).click();
  await page.getByRole("menuitem", { name: "Edit panel" }).click();
  const options = page.getByRole("complementary", { name: "Panel options" });
  await options.getByRole("button", { name: "Add panel link" }).click();
  await options.getByLabel("Title of panel link 1").fill("Runbook");
  await options.getByLabel("Address of panel link 1").fill("https://wiki.example.org/jobs");
  await options.getByRole("button", { name: "Add data link" }).click();
  await options.getByLabel("Title of data link 1").fill("Explore");
  await options.getByLabel("Address of data link 1").fill("/explore?job=${__data.fields.job}");
  await save(page);
  const document = await stored(page);
  expect(document.panels[0].links).toEqual([
    { title: "Runbook", url: "https://wiki.example.org/jobs", targetBlank: false },
  ]);
  expect(document.panels[0].fieldConfig.defaults.links).toHaveLength(1);

  await page.goto(`/t/maestro/d/${uid}?from=now-15m&to=now`);
  await panelStates(page);
  await page.getByRole("button", { name: "Menu of Jobs" }).click();
  await expect(page.getByRole("menuitem", { name: "Runbook" })).toHaveAttribute(
    "href",
    "https://wiki.example.org/jobs",
  );
  await page.keyboard.press("Escape");
  await expect(page.getByRole("link", { name: "Overview" })).toHaveAttribute(
    "href",
    "/t/maestro/d/maestro-ml-overview?from=now-15m&to=now",
  );
});

test("a panel is copied from one dashboard into another, and editing keeps the range that was looked at", async ({
  page,
}) => {
  await keep(page, { panels: [] });
  await page.goto("/t/maestro/d/maestro-ml-overview?from=now-15m&to=now");
  await panelStates(page);
  await page.getByRole("button", { name: "Maestro", exact: true }).click();
  await expect(page.getByRole("menuitem", { name: "API Performance" })).toHaveAttribute(
    "href",
    /^\/t\/maestro\/d\/api-performance\?from=now-15m&to=now&var-/,
  );
  await page.keyboard.press("Escape");
  const source = page.locator("[data-panel-type='timeseries']").first();
  const title = (await source.getAttribute("aria-label")) ?? "";
  await page.getByRole("button", { name: `Menu of ${title}`, exact: true }).click();
  await page.getByRole("menuitem", { name: "Copy", exact: true }).click();
  await expect(page.getByText(`"${title}" is copied.`)).toBeVisible();
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await expect(page).toHaveURL(/\/edit\?from=now-15m&to=now$/);

  await page.goto(`/t/maestro/d/${uid}/edit`);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("menuitem", { name: `Paste panel "${title}"` }).click();
  await expect(page.locator("[data-grid-key='1']")).toBeFocused();
  await save(page);
  const { panels } = await stored(page);
  expect(panels).toHaveLength(1);
  expect(panels[0]).toMatchObject({ id: 1, title, type: "timeseries", gridPos: { x: 0, y: 0 } });
});

test("a new panel is ready to be typed into, metrics are browsed, and the way back leads to it in the grid", async ({
  page,
}) => {
  await keep(page);
  await page.goto(`/t/maestro/d/${uid}/edit`);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("menuitem", { name: "Panel", exact: true }).click();
  const query = page.getByRole("textbox", { name: "PromQL of query A" });
  await expect(query).toBeFocused();
  await page.keyboard.type("sum()");
  await page.keyboard.press("ArrowLeft");
  await page.getByRole("button", { name: "Browse metrics for query A" }).click();
  await page.getByLabel("Search metrics").fill("maestro_ml_models_total");
  await page.getByRole("button", { name: /^maestro_ml_models_total/ }).click();
  await page.getByRole("button", { name: "Use the metric" }).click();
  await expect(query).toHaveText("sum(maestro_ml_models_total)");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.getByRole("button", { name: "Back to the dashboard" }).press("Enter");
  await expect(page.locator("[data-grid-key='2']")).toBeFocused();
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("menuitem", { name: "Panel", exact: true }).click();
  await expect(query).toBeFocused();
  // Not Enter on an operator that is offered behind what is finished.
  await page.keyboard.type("sum(maestro_ml_models_total)");
  await page.waitForTimeout(500);
  await page.keyboard.press("Enter");
  await expect(query).toHaveText("sum(maestro_ml_models_total)");
  const panel = page.locator("[data-panel-id]");
  await expect(panel).toHaveAttribute("data-panel-state", "ready");
  await page.getByRole("button", { name: "Hide query A" }).click();
  await expect(panel).toContainText("All queries of this panel are hidden.");
  await page.getByRole("button", { name: "Show query A" }).click();
  await expect(panel).toHaveAttribute("data-panel-state", "ready");
  await query.fill("");
  await expect(panel).toContainText("This panel asks nothing yet");
  await query.fill("sum by (stage) (maestro_ml_models_total)");
  await page.getByRole("combobox", { name: "Type" }).click();
  await page.getByRole("option", { name: "Table", exact: true }).click();
  await page.getByRole("button", { name: "One row for each series" }).click();
  await expect(panel).toContainText("stage");
  await expect(page.getByRole("button", { name: "One row for each series" })).toHaveCount(0);
});

test("a row that was added is moved above the panels, with them in it, and repeated for a variable", async ({
  page,
}) => {
  const variable = { name: "job", type: "custom", query: "a,b", current: { text: "a", value: "a" } };
  await keep(page, { templating: { list: [variable] } });
  await page.goto(`/t/maestro/d/${uid}/edit`);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("menuitem", { name: "Row", exact: true }).click();
  const menu = page.getByRole("button", { name: "Menu of row New row" });
  await menu.click();
  await page.getByRole("menuitem", { name: "Move up" }).click();
  await menu.click();
  await page.getByRole("menuitem", { name: "Repeat" }).hover();
  await page.getByRole("menuitem", { name: "For each job" }).click();
  await save(page);
  const { panels } = await stored(page);
  expect(panels).toMatchObject([
    { id: 1, gridPos: { y: 1 } },
    { type: "row", repeat: "job", gridPos: { y: 0 } },
  ]);
});
