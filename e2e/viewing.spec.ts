import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { panelStates } from "./support/dashboards";
import { keepDashboard } from "./support/keep-dashboard";
import { administrator, demoAccount, signIn } from "./support/sign-in";
import { walkChart } from "./support/walk-chart";

const users = "maestro_tenant_active_users";

const dashboard = {
  uid: "viewing-journey",
  title: "Viewing journey",
  time: { from: "now-1h", to: "now" },
  graphTooltip: 1,
  templating: {
    list: [
      { name: "ds", type: "datasource", query: "prometheus" },
      {
        name: "tenant",
        type: "query",
        datasource: { uid: "$ds" },
        query: `label_values(${users}, tenant_id)`,
        multi: true,
        includeAll: true,
      },
      { name: "Filters", type: "adhoc", datasource: { uid: "$ds" } },
      {
        name: "raw",
        type: "switch",
        current: { value: "false" },
        options: [{ value: "true" }, { value: "false" }],
      },
    ],
  },
  annotations: {
    list: [
      {
        name: "Full hours",
        enable: true,
        expr: "vector(1)",
        titleFormat: "On the hour",
      },
    ],
  },
  panels: [
    {
      id: 1,
      type: "timeseries",
      title: "Users of $tenant",
      gridPos: { x: 0, y: 0, w: 24, h: 9 },
      datasource: { uid: "$ds" },
      targets: [{ refId: "A", expr: `${users}{tenant_id=~"$tenant"}`, legendFormat: "{{tenant_id}}" }],
    },
    {
      id: 2,
      type: "timeseries",
      title: "Of $tenant",
      repeat: "tenant",
      maxPerRow: 3,
      timeFrom: "2h",
      gridPos: { x: 0, y: 9, w: 24, h: 6 },
      datasource: { uid: "$ds" },
      targets: [{ refId: "A", expr: `${users}{tenant_id="$tenant"}` }],
    },
  ],
};

async function open(page: Page, search = ""): Promise<void> {
  await signIn(page, administrator);
  await keepDashboard(page, "maestro", dashboard);
  await page.goto(`/t/maestro/d/${dashboard.uid}${search}`);
  await panelStates(page);
}

const panel = (page: Page, key: string) => page.locator(`[data-panel-key='${key}']`);
const legend = (page: Page) => panel(page, "1").getByRole("list", { name: "Legend" }).getByRole("listitem");

test("variables: All by its text, a value that is gone, repeats, and what is asked again", async ({
  page,
}) => {
  await open(page, "?var-tenant=All");
  expect(new URL(page.url()).searchParams.get("var-tenant")).toBe("$__all");
  const all = await legend(page).count();
  expect(all).toBeGreaterThan(2);
  await expect(page.locator("[data-panel-id='2']")).toHaveCount(all);
  await expect(panel(page, "2")).toContainText("Last 2 hours");

  await page.goto(`/t/maestro/d/${dashboard.uid}?var-tenant=acme&var-tenant=gone`);
  await panelStates(page);
  expect(new URL(page.url()).searchParams.getAll("var-tenant")).toEqual(["acme", "gone"]);
  await expect(legend(page)).toHaveText(["acme"]);
});

test("a filter is put into every query, stands in the address and survives a reload", async ({ page }) => {
  await open(page, "?var-tenant=All");
  await page.getByRole("button", { name: "Add filter" }).click();
  await page.getByRole("combobox", { name: "Label" }).fill("tenant_id");
  await page.getByRole("combobox", { name: "Value" }).fill("globex");
  await page.getByRole("option", { name: "globex" }).click();
  await page.getByRole("button", { name: "Apply filter" }).click();
  await expect(legend(page)).toHaveText(["globex"]);
  await page.reload();
  await panelStates(page);
  await expect(legend(page)).toHaveText(["globex"]);
  await page.getByRole("button", { name: "Take out tenant_id = globex" }).click();
  await expect(legend(page)).not.toHaveCount(1);
});

test("a chart is walked by keys, told in words, and has a table twin", async ({ page }) => {
  await open(page, "?var-tenant=acme&var-tenant=globex");
  const chart = panel(page, "1").getByRole("application");
  await chart.focus();
  await walkChart(page);
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("body > [aria-live=polite]")).toContainText("globex: ");
  await expect(panel(page, "1").locator("[data-panel-summary]")).toContainText(
    /acme: last .+, lowest .+, highest/,
  );

  await panel(page, "1").hover();
  await page.keyboard.press("p");
  await page.keyboard.press("t");
  await expect(panel(page, "1").getByRole("columnheader", { name: "globex" })).toBeVisible();
  await page.reload();
  await panelStates(page);
  await expect(panel(page, "1").getByRole("columnheader", { name: "acme" })).toBeVisible();
});

test("annotations are switched beside the variables, and the address keeps it", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("annotations/query")) asked.push(request.url());
  });
  await open(page, "?var-tenant=acme");
  const toggle = page.getByRole("button", { name: "Full hours" });
  await expect(toggle).toHaveAttribute("aria-pressed", "true");
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  const box = await panel(page, "1").locator(".u-over").boundingBox();
  if (!box) throw new Error("The chart has no place.");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await expect(page.getByRole("tooltip").first()).toContainText("On the hour");
  await toggle.click();
  await expect(toggle).toHaveAttribute("aria-pressed", "false");
  expect(new URL(page.url()).searchParams.getAll("annotation")).toEqual(["Full hours"]);
});

test("the range is zoomed by dragging, moved with Shift, and doubled by a double click", async ({ page }) => {
  await open(page, "?var-tenant=acme&from=1h-ago");
  const width = () => {
    const { searchParams } = new URL(page.url());
    return Number(searchParams.get("to")) - Number(searchParams.get("from"));
  };
  const box = await panel(page, "1").locator(".u-over").boundingBox();
  if (!box) throw new Error("The chart has no place.");
  const y = box.y + box.height / 2;
  const drag = async (from: number, to: number) => {
    await page.mouse.move(box.x + box.width * from, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * to, y, { steps: 5 });
    await page.mouse.up();
  };
  // What is dragged next must be the chart of the new range.
  const redrawn = async (act: () => Promise<void>) => {
    const answer = page.waitForResponse(/panels\/query/);
    await act();
    // A page that has read all lines of an answer lets go of it, and then the driver may never call it finished.
    await Promise.race([(await answer).finished(), page.waitForTimeout(3_000)]);
    await panelStates(page);
  };
  await redrawn(() => drag(0.25, 0.75));
  const zoomed = width();
  expect(zoomed).toBeGreaterThan(0);
  const from = Number(new URL(page.url()).searchParams.get("from"));
  await redrawn(async () => {
    await page.keyboard.down("Shift");
    await drag(0.25, 0.75);
    await page.keyboard.up("Shift");
  });
  expect(Number(new URL(page.url()).searchParams.get("from"))).toBeLessThan(from);
  expect(Math.abs(width() - zoomed)).toBeLessThan(zoomed * 0.02);
  await page.mouse.dblclick(box.x + box.width / 2, y);
  await expect.poll(() => width() / zoomed).toBeCloseTo(2, 1);
  await page.goBack();
  await expect.poll(() => width() / zoomed).toBeCloseTo(1, 1);
});

for (const width of [1440, 390]) {
  test(`nothing of it is an accessibility fault at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await open(page, "?var-tenant=acme&table=2");
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`),
    ).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0);
  });
}

test("a press on a slice, a bar or a state pins its values and leads where the data link says", async ({
  page,
}) => {
  await signIn(page, demoAccount("editor", "automation"));
  const links = [
    { title: "Runbook of ${__field.name}", url: "https://example.org/${__value.raw}", targetBlank: true },
  ];
  const panel = (id: number, type: string, target: object) => ({
    ...{ id, type, title: type, fieldConfig: { defaults: { links }, overrides: [] } },
    ...{
      gridPos: { x: 8 * (id - 1), y: 0, w: 8, h: 9 },
      targets: [{ refId: "A", expr: "vector(21)", ...target }],
    },
  });
  const panels = [
    panel(1, "piechart", { instant: true }),
    panel(2, "barchart", { instant: true, format: "table" }),
    panel(3, "state-timeline", {}),
  ];
  const document = { uid: "pinning", title: "Pinning", time: { from: "now-30m", to: "now" }, panels };
  await keepDashboard(page, "automation", document);
  await page.goto("/t/automation/d/pinning");
  await panelStates(page);
  for (const [id, place] of [
    ["1", ".recharts-pie-sector"],
    ["2", ".u-over"],
    ["3", ".u-over"],
  ]) {
    await page.locator(`[data-panel-id='${id}'] ${place}`).first().click();
    const pinned = page.getByRole("dialog");
    await expect(pinned).toContainText("21");
    await expect(pinned.getByRole("link", { name: /Runbook of/ })).toHaveAttribute(
      "href",
      "https://example.org/21",
    );
    await page.keyboard.press("Escape");
    await expect(pinned).toBeHidden();
  }
});

test("a panel that an alert rule names says how the rule stands", async ({ page }) => {
  await signIn(page, demoAccount("viewer", "automation"), "/t/automation/d/test-watcher-performance");
  await panelStates(page);
  const panel = page.getByRole("region", { name: "Error Rate (per 5 min)" });
  await expect(panel.getByRole("button", { name: /^AutomationHighErrorRate: / })).toBeVisible();
  await expect(page.getByRole("button", { name: /^AutomationMemoryLeak: / })).toHaveCount(1);
});
