import { expect, test } from "@playwright/test";
import { panelStates } from "./support/dashboards";
import { keepDashboard } from "./support/keep-dashboard";
import { demoAccount, signIn } from "./support/sign-in";

const uid = "annotating";
const dashboard = `/t/automation/d/${uid}`;
const api = "/api/v1/tenants/automation/dashboards";

const document = {
  uid,
  title: "Annotating",
  time: { from: "now-30m", to: "now" },
  panels: [
    {
      id: 1,
      type: "timeseries",
      title: "Constant",
      gridPos: { x: 0, y: 0, w: 24, h: 9 },
      targets: [{ refId: "A", expr: "vector(21)" }],
    },
  ],
};

test("an annotation is written with what it finds, drawn as a draft, and kept; an expression is added to a panel", async ({
  page,
}) => {
  await signIn(page, demoAccount("editor", "automation"));
  await keepDashboard(page, "automation", document);
  await page.goto(`${dashboard}/edit?view=settings`);
  await page.getByRole("tab", { name: "Annotations" }).click();
  const drawer = page.getByRole("dialog");
  await drawer.getByRole("button", { name: "Add annotation" }).click();
  const form = drawer.locator("[data-annotation]").last();
  await form.getByLabel("Query").fill("vector(1");
  await expect(form.getByRole("status")).toContainText(/parse error|cannot be read|unclosed|unexpected/i);
  await form.getByLabel("Query").fill("vector(1)");
  await expect(form.getByRole("status")).toContainText("It finds 1 event in this time range");
  await form.getByLabel("Name").fill("Always");
  await form.getByLabel("Title").fill("On all the time");
  await expect(form.getByRole("status")).toContainText("On all the time");
  await page.keyboard.press("Escape");

  await expect(page.getByRole("button", { name: "Always", exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  const plot = page.locator("[data-panel-id='1'] .u-over");
  await plot.hover();
  await expect(page.getByRole("tooltip").first()).toContainText("On all the time");

  await page.locator("[data-panel-id='1']").hover();
  await page.keyboard.press("e");
  await page.getByRole("button", { name: "Add expression" }).click();
  const query = page.locator("[data-query='B']");
  await query.getByLabel("Math of query B").fill("$A * 2");
  await expect(query).toContainText("1 series");
  await query.getByLabel("Operation of query B").click();
  await page.getByRole("option", { name: "Threshold" }).click();
  await query.getByLabel("Value").fill("20");
  await expect(page.locator("[data-panel-editor] [data-panel-summary]")).toContainText(/: 1\./);

  await page.keyboard.press("Control+s");
  await page
    .getByRole("dialog", { name: "Save dashboard" })
    .getByRole("button", { name: "Save", exact: true })
    .click();
  await expect(page.getByText(/^Saved as version/)).toBeVisible();
  const kept = (await (await page.request.get(`${api}/${uid}`)).json()).document;
  expect(kept.annotations.list).toEqual([
    expect.objectContaining({
      name: "Always",
      expr: "vector(1)",
      titleFormat: "On all the time",
      enable: true,
    }),
  ]);
  expect(kept.panels[0].targets[1]).toMatchObject({
    refId: "B",
    type: "threshold",
    expression: "A",
    conditions: [{ evaluator: { type: "gt", params: [20] } }],
  });
  await page.goto(dashboard);
  await panelStates(page);
  await expect(page.getByRole("button", { name: "Always", exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
});
