import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { call } from "./support/call";
import { keepDashboard } from "./support/keep-dashboard";
import { demoAccount, signIn } from "./support/sign-in";

const editor = demoAccount("editor", "bookmarkai");
const root = "/t/bookmarkai/explore";

async function settled(page: Page) {
  await expect(page.locator("[data-explore-state=settled]")).toBeVisible({ timeout: 60_000 });
}

async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
}

const search = (exprs: string[], more: Record<string, string> = {}) =>
  `${root}?${new URLSearchParams([...exprs.map((expr) => ["expr", expr]), ...Object.entries(more)])}`;

test("queries are written, run with the keyboard, and stand in the address", async ({ page }) => {
  await signIn(page, editor, root);
  await page.getByLabel("PromQL expression").click();
  await page.keyboard.type("celery_workers", { delay: 20 });
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+Enter");
  await settled(page);
  await expect(page.getByRole("region", { name: "Chart" }).locator("canvas").first()).toBeVisible();
  expect(new URL(page.url()).searchParams.getAll("expr")).toEqual(["celery_workers"]);

  await page.getByRole("button", { name: "Add query" }).click();
  await page.getByLabel("PromQL expression B").click();
  await page.keyboard.type("celery_task_queued", { delay: 20 });
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Run queries" }).click();
  await settled(page);
  await page.getByRole("tab", { name: "Table" }).click();
  await expect(page.getByText("celery_task_queued").last()).toBeVisible();
  await page.getByText(/series in/).click();
  await expect(page.getByRole("columnheader", { name: "Samples read" })).toBeVisible();

  await page.reload();
  await settled(page);
  await expect(page.getByRole("tab", { name: "Table" })).toHaveAttribute("aria-selected", "true");
  await expect(page.locator("[data-query=B]")).toContainText("celery_task_queued");
  await page.getByRole("button", { name: "Leave query B out" }).click();
  await expect(page).toHaveURL(/hide=B/);
  await page.goBack();
  await expect(page).not.toHaveURL(/hide=B/);

  await page.getByRole("button", { name: "History" }).click();
  await expect(page.getByRole("dialog").getByText("celery_workers", { exact: true })).toBeVisible();
});

test("an empty query says why, and its tree where the result gets lost", async ({ page }) => {
  await signIn(page, editor, search(["sum(celery_worker)"]));
  await settled(page);
  await expect(page.getByText(/Did you mean celery_workers\?/)).toBeVisible();
  await page.getByRole("button", { name: "Use celery_workers" }).click();
  await expect(page.getByText("1 series in", { exact: false })).toBeVisible();
  expect(new URL(page.url()).searchParams.get("expr")).toBe("sum(celery_workers)");
  await page.goto(search(["sum by (job) (celery_workers > 1e9) * 2"], { view: "explain" }));
  await expect(page.locator("[data-empty-reason=comparison_filter]")).toBeVisible();
  await expect(page.locator("li[data-culprit]")).toContainText("celery_workers > 1e9");
  await expect(page.locator("li", { hasText: /^1 seriescelery_workers$/ })).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);
});

test("metrics are searched, with type, help, labels and values, and used", async ({ page }) => {
  await signIn(page, editor, root);
  await expect(page.getByLabel("PromQL expression")).toBeVisible();
  await page.getByRole("button", { name: "Metrics" }).click();
  await page.getByLabel("Search metrics").fill("celery succeeded");
  const metric = page.getByRole("button", { name: /celery_task_succeeded_total/ });
  await expect(metric).toContainText("counter");
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press("ArrowDown");
  await expect(metric).toBeFocused();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /^task/ }).click();
  await expect(page.getByRole("button", { name: "Use its rate by task" })).toHaveAttribute(
    "title",
    "sum by (task) (rate(celery_task_succeeded_total[$__rate_interval]))",
  );
  await page.getByRole("list", { name: "Values of task" }).getByRole("button").first().click();
  await expect(page.locator("[data-query=A]")).toContainText(/celery_task_succeeded_total\{task="\w+"\}/);
});

test("cardinality is counted by metric, label and value", async ({ page }) => {
  await signIn(page, editor, `${root}?view=cardinality`);
  await expect(page.getByRole("columnheader", { name: "Metric" })).toBeVisible({ timeout: 60_000 });
  expect(await page.getByRole("rowheader").count()).toBeGreaterThan(20);
  await page.getByText("By label", { exact: true }).click();
  await page.getByRole("rowheader", { name: "job", exact: true }).getByRole("button").click();
  await expect(page).toHaveURL(/by=value&label=job|label=job&by=value/);
  await expect(page.getByRole("rowheader", { name: "bookmarkai", exact: true })).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);
});

test("a query becomes a recording rule, and a panel whose editor opens", async ({ page }) => {
  await signIn(page, editor, search(["sum by (task) (rate(celery_task_succeeded_total[5m]))"]));
  await settled(page);
  await page.getByRole("button", { name: "Actions of query A" }).click();
  await page.getByRole("menuitem", { name: "Make a recording rule" }).click();
  await expect(page.locator("[data-rule-file]")).toContainText("record: task:celery_task_succeeded:rate5m");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Make a panel" }).click();
  await page.getByLabel("Title").fill("Tasks done");
  await page.getByRole("button", { name: "Make the panel" }).click();
  await expect(page).toHaveURL(/\/d\/[\w-]+\/edit\?editPanel=1/);
  const uid = /\/d\/([\w-]+)\/edit/.exec(page.url())?.[1];
  const api = `/api/v1/tenants/bookmarkai/dashboards/${uid}`;
  const { body } = await call<{ document: { panels: { targets: { expr: string }[] }[] } }>(page, "GET", api);
  expect(body.document.panels[0]?.targets[0]?.expr).toBe(
    "sum by (task) (rate(celery_task_succeeded_total[5m]))",
  );
  await call(page, "DELETE", api);
});

const emptyDashboard = {
  uid: "explore-empty",
  title: "Empty panels",
  time: { from: "now-1h", to: "now" },
  panels: [
    "celery_worker",
    "celery_workers > 1e9",
    "celery_workers * on (job) celery_task_succeeded_total",
  ].map((expr, index) => ({
    id: index + 1,
    type: "timeseries",
    title: `Panel ${index + 1}`,
    gridPos: { x: (index % 2) * 12, y: Math.floor(index / 2) * 9, w: 12, h: 9 },
    targets: [{ refId: "A", expr }],
  })),
};

test.describe("an empty panel", () => {
  async function make(page: Page) {
    await signIn(page, editor);
    await keepDashboard(page, "bookmarkai", emptyDashboard);
  }

  test("says why in a sentence; an editor mends it at once and takes it back", async ({ page }) => {
    await make(page);
    await page.goto("/t/bookmarkai/d/explore-empty");
    const panel = page.locator("[data-panel-id='1']");
    await expect(panel.locator("[data-empty-reason=metric_unknown]")).toContainText(
      "No series named celery_worker in this datasource. Did you mean celery_workers?",
    );
    const filtered = page.locator("[data-panel-id='2'] [data-empty-reason=comparison_filter]");
    await filtered.getByText("Details").click();
    await expect(filtered.locator("li[data-culprit]")).toContainText("celery_workers > 1e9");
    const failed = page.locator("[data-panel-id='3']");
    await expect(failed.locator("[data-empty-reason=no_match]")).toContainText(
      "Name the labels that tell them apart",
    );
    await expect(failed).toHaveAttribute("data-panel-state", "error");
    expect(await seriousFaults(page)).toEqual([]);
    await panel.getByRole("button", { name: "Use celery_workers" }).click();
    await expect(panel).toHaveAttribute("data-panel-state", "ready");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(panel).toHaveAttribute("data-panel-state", "empty");
  });

  test("says it to a viewer too, who is offered no change of the query", async ({ page, browser }) => {
    await make(page);
    const viewer = await (await browser.newContext()).newPage();
    await signIn(viewer, demoAccount("viewer", "bookmarkai"), "/t/bookmarkai/d/explore-empty");
    await expect(viewer.locator("[data-empty-reason=metric_unknown]")).toBeVisible();
    await expect(viewer.getByRole("button", { name: /^Use / })).toHaveCount(0);
    await viewer.context().close();
  });
});

test("at 390 pixels nothing is wider than the screen", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, editor, search(["celery_workers", "sum(celery_worker)"]));
  for (const view of ["graph", "table", "explain", "cardinality"]) {
    await page.goto(search(["celery_workers", "sum(celery_worker)"], { view }));
    if (view === "cardinality")
      await expect(page.getByRole("columnheader", { name: "Metric" })).toBeVisible();
    else await settled(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, view).toBeLessThanOrEqual(0);
  }
});

test("what Prometheus refuses comes with what to do, and a match that fails is mended", async ({ page }) => {
  await signIn(page, demoAccount("editor", "maestro"), "/t/maestro/explore?expr=rate(up)");
  await expect(page.getByRole("alert").filter({ hasText: "was not answered" })).toContainText(
    "Give it a window: rate(...[5m]).",
  );
  const expr = "maestro_http_requests_total / on (endpoint) sum by (endpoint) (maestro_http_requests_total)";
  await page.goto(`/t/maestro/explore?expr=${encodeURIComponent(expr)}`);
  await page.getByRole("button", { name: "Match on (endpoint) group_left" }).click();
  await expect(page.locator(".uplot canvas")).toBeVisible();
});

test("a query as long as the gateway takes stands in the address, and goes nowhere as one", async ({
  page,
}) => {
  const expr = `celery_workers{job=~"bookmarkai|${"%|".repeat(8_000)}x"}`;
  const field = page.getByLabel("PromQL expression");
  const asked = () => new URLSearchParams(new URL(page.url()).hash.slice(1)).get("expr");
  await page.goto(`${root}#${new URLSearchParams({ expr })}`);
  await page.getByLabel("E-mail").fill(editor.email);
  await page.getByLabel("Password", { exact: true }).fill(editor.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await settled(page);
  expect(asked()).toBe(expr);

  await page.goto(root);
  await field.click();
  await page.keyboard.insertText(expr);
  await page.keyboard.press("Shift+Enter");
  await settled(page);
  await expect(page.locator(".uplot canvas")).toBeVisible();
  expect(asked()).toBe(expr);

  await page.getByRole("tab", { name: "Table" }).click();
  await expect(page).toHaveURL(/view=table/);
  await page.reload();
  await settled(page);
  await expect(page.getByText("At the end of the range: 1 series")).toBeVisible();
  expect(asked()).toBe(expr);

  await page.getByRole("link", { name: "Dashboards", exact: true }).first().click();
  await expect(page).toHaveURL(/\/dashboards/);
  await page.goBack();
  await settled(page);
  await field.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(`vector(1) or ${" ".repeat(400)}${expr}`);
  await page.keyboard.press("Shift+Enter");
  await expect(page.getByRole("alert", { name: "Query A was not answered" })).toContainText("16 kB");
  await expect(field).toContainText("vector(1) or");
  await page.goBack();
  await expect(field).not.toContainText("vector(1) or");
});
