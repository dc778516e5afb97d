import { expect, test } from "@playwright/test";
import { keepDashboard } from "./support/keep-dashboard";
import { administrator, signIn } from "./support/sign-in";

const users = "maestro_tenant_active_users";
const columns = 6;

const quick = {
  uid: "opening-quick",
  title: "Opened with its data",
  time: { from: "now-1h", to: "now" },
  templating: {
    list: [{ name: "tenant", type: "query", query: `label_values(${users}, tenant_id)`, refresh: 1 }],
  },
  panels: Array.from({ length: 4 }, (_, index) => ({
    id: index + 1,
    type: index % 2 ? "stat" : "timeseries",
    title: `Users ${index + 1}`,
    gridPos: { x: index * 6, y: 0, w: 6, h: 6 },
    // The last asks for all, whatever is chosen.
    targets: [{ refId: "A", expr: index === 3 ? users : `${users}{tenant_id="$tenant"}` }],
  })),
};

const long = {
  uid: "opening-long",
  title: "Opened far from its end",
  panels: Array.from({ length: 240 }, (_, index) => ({
    id: index + 1,
    type: "timeseries",
    title: `Chart ${index + 1}`,
    gridPos: { x: (index % columns) * 4, y: Math.floor(index / columns) * 5, w: 4, h: 5 },
    targets: [{ refId: "A", expr: `vector(${index}) or label_replace(vector(1), "a", "b", "", "")` }],
  })),
};

test("a dashboard asks for its panels before its code is there, and for each once", async ({ page }) => {
  await signIn(page, administrator);
  await keepDashboard(page, "maestro", quick);
  const asked: number[] = [];
  page.on("request", (request) => {
    if (!request.url().endsWith("panels/query")) return;
    const { panels }: { panels: { panelId: number }[] } = request.postDataJSON();
    asked.push(...panels.map(({ panelId }) => panelId));
  });
  await page.addInitScript(() => {
    Object.defineProperty(window, "panelsmithEarly", {
      configurable: true,
      set(value) {
        Object.defineProperty(window, "panelsmithEarly", { configurable: true, value });
        document.documentElement.setAttribute("data-asked-early", "");
      },
    });
  });
  await page.goto(`/t/maestro/d/${quick.uid}`);
  await expect(page.locator("[data-dashboard-state=settled]")).toBeVisible();
  await expect(page.locator("[data-panel-state=ready]")).toHaveCount(quick.panels.length);
  expect(asked.toSorted()).toEqual([1, 2, 3, 4]);
  await expect(page.locator("html")).toHaveAttribute("data-asked-early");
  expect(await page.evaluate(() => "panelsmithEarly" in window)).toBe(false);
});

test("the editor comes with the values of its variables and asks nothing for them", async ({ page }) => {
  await signIn(page, administrator);
  await keepDashboard(page, "maestro", quick);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`/t/maestro/d/${quick.uid}/edit?editPanel=1`);
  await expect(page.locator("[data-panel-editor] [data-panel-state=ready]")).toBeVisible();
  await expect(page.locator("[data-dashboard-state=settled]")).toBeVisible();
  const own = /\/(datasources|series|label\/[^/]+\/values)$/;
  expect(asked.filter((path) => own.test(path))).toEqual([]);
  expect(asked.filter((path) => path.endsWith("panels/query"))).toHaveLength(1);
});

test("a long dashboard holds what is near, keeps what was used, and finds any panel by its link", async ({
  page,
}) => {
  await signIn(page, administrator);
  await keepDashboard(page, "maestro", long);
  await page.goto(`/t/maestro/d/${long.uid}`);
  await expect(page.locator("[data-dashboard-state=settled]")).toBeVisible();
  await expect(page.locator("[data-panel-id]")).toHaveCount(long.panels.length);
  const first = page.locator("[data-panel-id='1']");
  const middle = page.locator("[data-panel-id='120']");
  await expect(first.locator("canvas")).toHaveCount(1);
  await expect(middle.locator("canvas")).toHaveCount(0);
  await expect(middle).toContainText("Chart 120");

  const legend = first.getByRole("list", { name: "Legend" }).getByRole("button").first();
  await legend.click();
  await expect(first.locator("[aria-pressed=false]")).toHaveCount(1);
  await middle.scrollIntoViewIfNeeded();
  await expect(middle).toHaveAttribute("data-panel-state", "ready");
  await expect(middle.locator("canvas")).toHaveCount(1);
  await expect(page.locator("[data-panel-id='7'] canvas")).toHaveCount(0);
  await first.scrollIntoViewIfNeeded();
  await expect(first.locator("[aria-pressed=false]")).toHaveCount(1);
  await expect(page.locator("[data-panel-id='7'] canvas")).toHaveCount(1);

  await page.goto(`/t/maestro/d/${long.uid}?viewPanel=239`);
  await expect(page.locator("[data-panel-id]")).toHaveCount(1);
  await expect(page.locator("[data-panel-id='239']")).toHaveAttribute("data-panel-state", "ready");
});
