import { expect, type Page, test } from "@playwright/test";
import { panelStates } from "./support/dashboards";
import { keepDashboard } from "./support/keep-dashboard";
import { administrator, signIn } from "./support/sign-in";

const target = { refId: "A", expr: "vector(21)", instant: true };
const plain = { id: 1, type: "stat", title: "Plain", targets: [target] };
const late = [
  { id: 2, type: "table", title: "Another type", targets: [target] },
  { id: 3, type: "stat", title: "Transformed", targets: [target], transformations: [{ id: "limit" }] },
  {
    id: 4,
    type: "stat",
    title: "Computed",
    targets: [{ refId: "B", datasource: { uid: "__expr__" }, type: "math", expression: "$A * 2" }, target],
  },
];
const place = (panel: object, index: number) => ({
  ...panel,
  gridPos: { x: index * 6, y: 0, w: 6, h: 6 },
});

const keep = (page: Page, uid: string, panels: object[]) =>
  keepDashboard(page, "automation", { uid, title: uid, schemaVersion: 39, panels: panels.map(place) });

async function scriptsOf(page: Page, uid: string): Promise<Set<string>> {
  const asked = new Set<string>();
  const note = (request: { url: () => string }) => asked.add(new URL(request.url()).pathname);
  page.on("request", note);
  await page.goto(`/t/automation/d/${uid}`);
  await panelStates(page);
  page.off("request", note);
  return new Set([...asked].filter((path) => path.includes("/_next/static/") && path.endsWith(".js")));
}

test("code that does not come is an error of its panels, and comes when it is asked for again", async ({
  page,
}) => {
  await signIn(page, administrator);
  await keep(page, "code-plain", [plain]);
  await keep(page, "code-late", [plain, ...late]);
  const usual = await scriptsOf(page, "code-plain");
  const special = [...(await scriptsOf(page, "code-late"))].filter((path) => !usual.has(path));
  expect(special.length).toBeGreaterThanOrEqual(3);

  const isSpecial = (url: URL) => special.includes(url.pathname);
  await page.route(isSpecial, (route) => route.abort());
  await page.goto("/t/automation/d/code-late");
  expect(Object.values(await panelStates(page))).toEqual(["ready", "error", "error", "error"]);
  await expect(page.getByText("could not be loaded")).toHaveCount(3);

  await page.unroute(isSpecial);
  for (const { title } of late) {
    await page
      .getByRole("region", { name: title, exact: true })
      .getByRole("button", { name: "Try again" })
      .click();
  }
  await expect(page.locator("[data-panel-state=ready]")).toHaveCount(4);
  await expect(page.locator("[data-panel-id='4']")).toContainText("42");
});

test("a press that cannot pin says so, and pins once the code comes", async ({ page }) => {
  await signIn(page, administrator);
  const chart = { id: 1, type: "timeseries", title: "Chart", targets: [{ refId: "A", expr: "vector(21)" }] };
  await keep(page, "code-pinned", [chart]);
  await page.goto("/t/automation/d/code-pinned");
  await panelStates(page);
  const scripts = /\/_next\/static\/.*\.js/;
  await page.waitForLoadState("networkidle");
  await page.route(scripts, (route) => route.abort());
  const plot = page.locator("[data-panel-id='1'] .u-over");
  await plot.click({ position: { x: 60, y: 40 } });
  await expect(page.getByRole("tooltip").first()).toContainText("did not load. Check the connection");
  await page.unroute(scripts);
  await plot.click({ position: { x: 80, y: 40 } });
  await expect(page.getByRole("button", { name: "Copy values" })).toBeVisible();
});
