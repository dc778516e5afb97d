import { expect, test } from "@playwright/test";
import { panelStates } from "./support/dashboards";
import { keepDashboard } from "./support/keep-dashboard";
import { administrator, signIn } from "./support/sign-in";

const fieldConfig = { defaults: {}, overrides: [] };
const place = (x: number, y: number) => ({ x, y, w: 12, h: 8 });
const instant = { format: "table", instant: true };
const links = [
  { title: "Job ${__field.labels.job}", url: "/d/process-health/any-slug?var-job=${__field.labels.job}" },
  { title: "Elsewhere", url: "https://example.org/?at=${__value.time}", targetBlank: true },
  { title: "Script", url: "javascript:alert(1)" },
];
const byName = (name: string, id: string, value: object) => ({
  matcher: { id: "byName", options: name },
  properties: [{ id, value }],
});

const panels = [
  {
    id: 1,
    type: "timeseries",
    title: "Linked",
    gridPos: place(0, 0),
    targets: [{ refId: "A", expr: 'up{job="prometheus"} or vector(1)', legendFormat: "line" }],
    fieldConfig: { defaults: { links }, overrides: [] },
  },
  {
    id: 2,
    type: "table",
    title: "Cells",
    gridPos: place(12, 0),
    targets: [{ refId: "A", expr: 'label_replace(vector(1), "tags", "eu,us", "", "")', ...instant }],
    fieldConfig: {
      defaults: {},
      overrides: [
        byName("tags", "custom.cellOptions", { type: "pill" }),
        byName("Value", "links", [
          { title: "One", url: "/d/one" },
          { title: "Two", url: "/d/two" },
        ] as never),
      ],
    },
  },
  {
    id: 3,
    type: "table",
    title: "Trends",
    gridPos: place(0, 8),
    targets: [{ refId: "A", expr: "vector(time())" }],
    transformations: [{ id: "timeSeriesTable", options: {} }],
    options: { footer: { enablePagination: true } },
    fieldConfig,
  },
  {
    id: 4,
    type: "alertlist",
    title: "Alerts",
    gridPos: place(12, 8),
    options: { alertName: "no such alert" },
  },
  {
    id: 5,
    type: "dashlist",
    title: "Dashboards",
    gridPos: place(0, 16),
    options: { showStarred: false, showSearch: true, query: "Panels of all kinds" },
  },
  {
    id: 6,
    type: "geomap",
    title: "Unknown",
    gridPos: place(12, 16),
    targets: [{ refId: "A", expr: "vector(42)" }],
    fieldConfig,
  },
  {
    id: 7,
    type: "nodeGraph",
    title: "Services",
    gridPos: place(0, 24),
    targets: [
      {
        refId: "A",
        format: "table",
        instant: true,
        expr: 'label_replace(label_replace(vector(5), "source", "shop", "", ""), "target", "payment", "", "")',
      },
    ],
  },
];

test("panels of rarer kinds draw, link and list what they are asked for", async ({ page }) => {
  const failures: string[] = [];
  page.on("pageerror", (error) => failures.push(String(error)));
  await signIn(page, administrator);
  const document = { uid: "panel-kinds", title: "Panels of all kinds", schemaVersion: 39, panels };
  await keepDashboard(page, "automation", document);
  await page.goto("/t/automation/d/panel-kinds");
  expect(Object.values(await panelStates(page))).toEqual([
    ...["ready", "ready", "ready", "ready", "ready"],
    "unsupported",
    "ready",
  ]);
  const panel = (id: number) => page.locator(`[data-panel-id='${id}']`);

  await panel(1)
    .locator(".u-over")
    .click({ position: { x: 200, y: 40 } });
  const pinned = page.getByRole("dialog");
  await expect(pinned.getByRole("link", { name: /^Job/ })).toHaveAttribute(
    "href",
    /^\/t\/automation\/d\/process-health\?var-job=/,
  );
  await expect(pinned.getByRole("link", { name: "Elsewhere" })).toHaveAttribute("href", /\?at=\d{13}$/);
  await expect(pinned.getByRole("link")).toHaveCount(2);
  await page.keyboard.press("Escape");
  await expect(pinned).toHaveCount(0);

  await expect(panel(2).getByText("eu", { exact: true })).toBeVisible();
  await panel(2).getByRole("button", { name: "1", exact: true }).click();
  await expect(page.getByRole("menuitem", { name: "Two" })).toHaveAttribute("href", "/t/automation/d/two");
  await page.keyboard.press("Escape");

  await expect(panel(3).getByRole("img", { name: /^Course/ })).toBeVisible();
  await expect(panel(3).getByText("1 – 1 of 1 rows")).toBeVisible();
  await expect(panel(4)).toContainText(/Nothing is firing|active alerts fits/);
  await expect(panel(5).getByRole("link", { name: "Panels of all kinds" })).toBeVisible();
  await expect(panel(6)).toContainText("geomap is not drawn here");
  await expect(panel(6).getByRole("cell", { name: "42" }).first()).toBeVisible();

  const shop = panel(7).getByRole("button", { name: "shop" });
  await shop.focus();
  await page.keyboard.press("Tab");
  await expect(panel(7).getByRole("button", { name: "payment" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(pinned).toContainText("payment");
  await page.keyboard.press("Escape");
  const before = await shop.boundingBox();
  await panel(7).getByRole("button", { name: "Zoom in" }).click();
  await expect.poll(async () => (await shop.boundingBox())?.width ?? 0).toBeGreaterThan(before?.width ?? 0);
  await panel(7).getByRole("button", { name: "Show all" }).click();
  await expect.poll(async () => (await shop.boundingBox())?.width).toBeCloseTo(before?.width ?? 0, 0);
  expect(failures).toEqual([]);
});

const expression = { type: "__expr__", uid: "__expr__" };
const rows = ["a", "b", "b"]
  .map(
    (name, i) => `label_replace(label_replace(vector(${i}), "name", "${name}", "", ""), "n", "${i}", "", "")`,
  )
  .join(" or ");
const computing = [
  {
    id: 1,
    type: "stat",
    title: "Computed",
    gridPos: place(0, 0),
    targets: [
      { refId: "A", expr: "vector(20)", hide: true },
      { refId: "B", datasource: expression, type: "reduce", expression: "A", reducer: "max", hide: true },
      { refId: "C", datasource: expression, type: "math", expression: "$B * 2 + 2" },
    ],
    fieldConfig,
  },
  {
    id: 2,
    type: "table",
    title: "Filtered",
    gridPos: place(12, 0),
    targets: [{ refId: "A", expr: rows, ...instant }],
    fieldConfig: { defaults: { custom: { filterable: true, inspect: true } }, overrides: [] },
  },
  {
    id: 3,
    type: "table",
    title: "Nested",
    gridPos: place(0, 8),
    targets: [{ refId: "A", expr: rows, ...instant }],
    transformations: [
      { id: "groupToNestedTable", options: { fields: { name: { operation: "groupby", aggregations: [] } } } },
    ],
    fieldConfig,
  },
];

test("expressions are computed; tables are filtered by value, inspected and unfolded", async ({ page }) => {
  await signIn(page, administrator);
  const document = { uid: "panel-computing", title: "Computing", schemaVersion: 39, panels: computing };
  await keepDashboard(page, "automation", document);
  await page.goto("/t/automation/d/panel-computing");
  expect(Object.values(await panelStates(page))).toEqual(["ready", "ready", "ready"]);
  const panel = (id: number) => page.locator(`[data-panel-id='${id}']`);
  await expect(panel(1)).toContainText("42");

  await panel(2).getByRole("button", { name: "Filter name" }).click();
  await page.getByRole("checkbox", { name: "b" }).uncheck();
  await page.keyboard.press("Escape");
  await expect(panel(2).getByRole("cell", { name: /^a Inspect/ })).toBeVisible();
  await expect(panel(2).getByRole("cell", { name: /^b Inspect/ })).toHaveCount(0);

  const cell = panel(2).getByRole("cell", { name: /^a Inspect/ });
  await cell.hover();
  await cell.getByRole("button", { name: "Inspect name" }).click();
  await expect(page.getByRole("dialog", { name: "name" })).toContainText("a");
  await page.keyboard.press("Escape");

  await panel(3).getByRole("button", { name: "Rows behind" }).nth(1).click();
  await expect(panel(3).getByRole("region", { name: "Rows behind" }).getByRole("row")).toHaveCount(3);
});
