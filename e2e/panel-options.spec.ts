import { expect, test } from "@playwright/test";
import { keepDashboard } from "./support/keep-dashboard";
import { administrator, signIn } from "./support/sign-in";

const uid = "panel-options";
const panel = {
  id: 1,
  type: "timeseries",
  title: "Lines",
  gridPos: { x: 0, y: 0, w: 12, h: 8 },
  targets: [{ refId: "A", expr: "vector(1)", legendFormat: "one" }],
};

test("a panel's options and those of single fields are set in the editor and stored as Grafana stores them", async ({
  page,
}) => {
  await signIn(page, administrator);
  const api = "/api/v1/tenants/automation/dashboards";
  const document = { uid, title: "Panel options", schemaVersion: 39, panels: [panel] };
  await keepDashboard(page, "automation", document);
  await page.goto(`/t/automation/d/${uid}/edit?editPanel=1`);
  const options = page.getByRole("complementary", { name: "Panel options" });
  await options.getByRole("radiogroup", { name: "Gradient" }).getByText("Hue").click();
  await options.getByText("Axis", { exact: true }).first().click();
  await options.getByLabel("Axis label").fill("of all");
  await options.getByRole("radiogroup", { name: "Grid lines" }).getByText("Off").click();

  await options.getByRole("button", { name: "Add override" }).click();
  const override = page.locator("[data-override='0']");
  await override.getByLabel("Fields of override 1").fill("one");
  await page.keyboard.press("Tab");
  for (const name of ["Line style", "Turn values", "Thresholds"]) {
    await override.getByRole("button", { name: "Add property" }).click();
    await page.getByRole("menuitem", { name, exact: true }).click();
  }
  await override.getByText("Dots").click();

  await page.keyboard.press("Control+s");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  const stored = await (await page.request.get(`${api}/${uid}`)).json();
  expect(stored.document.panels[0].fieldConfig).toEqual({
    defaults: { custom: { gradientMode: "hue", axisLabel: "of all", axisGridShow: false } },
    overrides: [
      {
        matcher: { id: "byName", options: "one" },
        properties: [
          { id: "custom.lineStyle", value: { fill: "dot" } },
          { id: "custom.transform", value: "negative-Y" },
          { id: "thresholds", value: { mode: "absolute", steps: [{ value: null, color: "green" }] } },
        ],
      },
    ],
  });
});
