import { expect, type Page, test } from "@playwright/test";
import { badStatesDashboard } from "./support/bad-states-dashboard";
import { call } from "./support/call";
import { drawAll, panelStates } from "./support/dashboards";
import { startFaultyUpstream } from "./support/faulty-upstream";
import { keepDashboard } from "./support/keep-dashboard";
import { administrator, signIn } from "./support/sign-in";

const api = "/api/v1/tenants/automation";

/** What is not simply drawn, and in which words. */
const told: Record<string, [state: string, words: RegExp]> = {
  Refused: ["error", /Several series of one side|could not run query A/],
  Unreadable: ["error", /Query A cannot be read\. Correct its expression\./],
  Slow: ["error", /not this query in time|does not answer|took too long/],
  "Broken answer": ["error", /Prometheus/],
  "A page": ["error", /is not ready \(status 502\)|does not answer/],
  "Hung up": ["error", /broke off its answer|does not answer/],
  Nothing: ["empty", /absent_metric/],
  Infinite: ["ready", /All values are NaN or infinite/],
  "NaN line": ["ready", /All values are NaN or infinite/],
  "Negative on a log scale": ["ready", /no place for values of 0 and less/],
  Many: ["ready", /The first 500 series/],
  "Many stats": ["ready", /The first 500 series/],
  "Many lanes": ["ready", /of 500 series/],
};

const panel = (page: Page, title: string) => page.locator(`[data-panel-id][aria-label='${title}']`);

test("each bad answer and each bad setting is a readable state of its one panel", async ({ page }) => {
  test.setTimeout(180_000);
  const upstream = await startFaultyUpstream();
  const failures: string[] = [];
  page.on("pageerror", (error) => failures.push(String(error)));
  page.on("console", (line) => {
    if (line.type() === "error" && !/Failed to load resource/.test(line.text())) failures.push(line.text());
  });
  try {
    await signIn(page, administrator);
    await call(page, "DELETE", `${api}/datasources/faulty`);
    const datasource = { uid: "faulty", name: "Faulty", url: upstream.url, matchers: {} };
    expect((await call(page, "POST", `${api}/datasources`, datasource)).status).toBe(201);
    await keepDashboard(page, "automation", badStatesDashboard);

    await page.goto(`/t/automation/d/${badStatesDashboard.uid}`);
    await panelStates(page);
    await drawAll(page);
    await panelStates(page);
    for (const { title } of badStatesDashboard.panels) {
      const [state, words] = told[title] ?? ["ready", /./];
      await panel(page, title).scrollIntoViewIfNeeded();
      await expect(panel(page, title), title).toHaveAttribute("data-panel-state", state);
      await expect(panel(page, title), title).toContainText(words);
      await expect(panel(page, title), title).not.toContainText("could not be drawn");
    }
    // Markup of labels stays text, and a link that would run code is none.
    await expect(panel(page, "Names as stats")).toContainText("<b>bold</b>");
    await expect(page.locator("[href^='javascript:']")).toHaveCount(0);
    expect(await page.evaluate(() => Reflect.get(window, "ran"))).toBeUndefined();
    expect(failures).toEqual([]);
  } finally {
    upstream.close();
  }
});

test("long names widen no page, paper shows the dashboard alone, and without scripts it is said", async ({
  browser,
  page,
}) => {
  const long = "every_word_of_a_long_name_".repeat(10);
  const variable = {
    name: "a",
    label: long,
    type: "custom",
    query: `${long},b`,
    current: { text: long, value: long },
  };
  await signIn(page, administrator);
  await keepDashboard(page, "maestro", {
    uid: "long-names",
    title: long,
    schemaVersion: 39,
    tags: [long.slice(0, 50)],
    links: [{ title: long, type: "link", url: "https://wiki.example.org/" }],
    templating: { list: [variable] },
    panels: [],
  });
  await page.goto("/t/maestro/d/long-names");
  await expect(page.locator("[data-variable=a]")).toBeVisible();
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  await page.setViewportSize({ width: 1440, height: 800 });
  await page.goto("/t/maestro/d/long-names/versions");
  const here = page.getByRole("navigation", { name: "Breadcrumbs" }).getByText("Versions");
  await expect(here).toBeInViewport({ ratio: 1 });
  await page.goBack();
  await expect(page.getByRole("navigation", { name: "Main menu" })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation", { name: "Main menu" })).toBeHidden();
  await expect(page.getByRole("heading", { name: long })).toBeVisible();

  const without = await browser.newContext({ javaScriptEnabled: false });
  try {
    const bare = await without.newPage();
    await bare.goto("/sign-in");
    await expect(bare.locator("noscript p")).toBeVisible();
  } finally {
    await without.close();
  }
});
