import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { startAlertingPrometheus } from "./support/alerting-prometheus";
import { call } from "./support/call";
import { keepDashboard } from "./support/keep-dashboard";
import { administrator, demoAccount, signIn } from "./support/sign-in";

const api = "/api/v1/tenants/automation";
const alerts = "/t/automation/alerts?ds=alerting";
const longText = `${"every-word-of-a-long-name-".repeat(20)}end`;

/** An alert of a team, by a rule that asks for the series of all. */
const rule = (alert: string, team: string, annotations: object, more: object = {}) => ({
  alert,
  expr: `label_replace(vector(31), "team", "${team}", "", "")`,
  labels: { severity: "critical" },
  annotations,
  ...more,
});
const rules = [
  rule("QueueFull", "a", {
    summary: "{{ $value }} jobs wait for {{ $labels.team }}",
    description: longText,
    dashboard: "alerting-panel",
    panel: "Queue",
    runbook_url: "https://wiki.example.org/queue",
  }),
  rule("Slow", "a", { summary: "It is slow", runbook_url: "runbooks/slow.md" }, { for: "1h" }),
  rule("OfOthers", "b", { summary: "Nobody else's business" }),
];

test("an alert says what its rule says of it, and leads to panel, runbook and Explore; other teams' stay away", async ({
  page,
}) => {
  const prometheus = await startAlertingPrometheus(rules);
  try {
    await signIn(page, administrator);
    await call(page, "DELETE", `${api}/datasources/alerting`);
    const datasource = { uid: "alerting", name: "Alerting", url: prometheus.url, matchers: { team: "a" } };
    expect((await call(page, "POST", `${api}/datasources`, datasource)).status).toBe(201);
    const panels = [{ id: 7, type: "text", title: "Queue", gridPos: { x: 0, y: 0, w: 12, h: 8 } }];
    await keepDashboard(page, "automation", {
      uid: "alerting-panel",
      title: "Jobs",
      schemaVersion: 39,
      panels,
    });

    await signIn(page, demoAccount("editor", "automation"), alerts);
    await expect(page.getByRole("heading", { name: "Alerts: 1 firing, 1 pending" })).toBeVisible();
    await expect(page.getByText(/OfOthers|Nobody else/)).toHaveCount(0);
    const full = page.locator("[data-alert='QueueFull']");
    await expect(full).toContainText("31 jobs wait for a");
    await expect(full.getByRole("link", { name: "Dashboard Jobs" })).toBeVisible();
    await expect(full.getByRole("link", { name: "Runbook" })).toHaveAttribute(
      "href",
      "https://wiki.example.org/queue",
    );
    const slow = page.locator("[data-alert='Slow']");
    await expect(slow).toContainText("Runbook runbooks/slow.md");
    await expect(slow.getByRole("link")).toHaveText(["Explore"]);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);

    await page.setViewportSize({ width: 390, height: 844 });
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.getByLabel("Search alerts").fill("no such alert");
    await expect(page.getByRole("heading", { name: "No alert fits" })).toBeVisible();
    await page.getByLabel("Search alerts").fill("");

    await full.getByRole("link", { name: "Panel Queue" }).click();
    await expect(page).toHaveURL(/\/t\/automation\/d\/alerting-panel\?viewPanel=7$/);
    await page.goto(alerts);
    await full.getByRole("link", { name: "Explore" }).click();
    await expect(page).toHaveURL(/\/explore\?.*alertname.*QueueFull/);
    await expect(page.getByRole("textbox", { name: /PromQL/ }).first()).toHaveText(
      'ALERTS{alertname="QueueFull"}',
    );

    await signIn(page, demoAccount("viewer", "automation"), alerts);
    await expect(full.getByRole("link", { name: "Panel Queue" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Explore" })).toHaveCount(0);
  } finally {
    await signIn(page, administrator);
    await call(page, "DELETE", `${api}/datasources/alerting`);
    await prometheus.stop();
  }
});
