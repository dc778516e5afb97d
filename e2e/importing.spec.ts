import { expect, type Page, test } from "@playwright/test";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { parse, stringify } from "yaml";
import { demoAccount, signIn } from "./support/sign-in";

const editor = demoAccount("editor", "automation");
const mark = `import-${Date.now().toString(36)}`;

async function openImport(page: Page) {
  const item = page.getByRole("menuitem", { name: "Import dashboards" });
  // A click before the page has come to life opens nothing.
  await expect(async () => {
    await page.getByRole("button", { name: "New", exact: true }).click();
    await expect(item).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await item.click();
  return page.getByRole("dialog", { name: "Import dashboards" });
}

function fileOf(name: string, value: unknown) {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return { name, mimeType: "application/json", buffer: Buffer.from(text) };
}

test("an archive is imported with its folders; a broken file does not stop the rest", async ({ page }) => {
  await signIn(page, editor, "/t/automation/dashboards");
  const dialog = await openImport(page);
  const zip = zipSync({
    [`${mark}/one.json`]: strToU8(JSON.stringify({ uid: `${mark}-1`, title: `${mark} one`, refresh: false })),
    [`${mark}/two.json`]: strToU8(JSON.stringify({ uid: `${mark}-2`, title: `${mark} two` })),
    [`${mark}/broken.json`]: strToU8('{"title": "x",}'),
  });
  await dialog
    .locator("input[type=file]")
    .setInputFiles([{ name: "all.zip", mimeType: "application/zip", buffer: Buffer.from(zip) }]);
  await expect(dialog.getByText("there is a comma before }")).toBeVisible();
  await dialog.getByRole("button", { name: "1 finding" }).click();
  await expect(dialog.getByText("Refresh is true or false; it reads as off.").first()).toBeVisible();
  await dialog.getByRole("checkbox", { name: "Refresh is true or false" }).check();
  await dialog.getByRole("button", { name: "Import 2 dashboards" }).click();
  await expect(dialog.getByText("2 imported.")).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).first().click();
  const answer = await page.request.get(`/api/v1/tenants/automation/dashboards/${mark}-1`);
  const stored = await answer.json();
  expect([stored.folderTitle, stored.document.refresh]).toEqual([mark, ""]);
});

test("inputs are mapped, and the way back out is letter by letter", async ({ page }) => {
  await signIn(page, editor, "/t/automation/dashboards");
  const dialog = await openImport(page);
  const text = `{"__inputs":[{"name":"DS_PROM","label":"Metrics","type":"datasource","pluginId":"prometheus"},{"name":"VAR_TOP","type":"constant","label":"Top","value":"5"}],"uid":"${mark}-3","title":"${mark} three","n":1.0,"big":12345678901234567890,"panels":[{"id":1,"type":"stat","title":"Up","gridPos":{"x":0,"y":0,"w":12,"h":8},"datasource":{"type":"prometheus","uid":"\${DS_PROM}"},"targets":[{"refId":"A","expr":"topk(\${VAR_TOP}, up)"}]}]}`;
  await dialog.locator("input[type=file]").setInputFiles([fileOf("three.json", text)]);
  await expect(dialog.getByLabel("Metrics").first()).toHaveValue(/.+/);
  await dialog.getByLabel("Top", { exact: true }).fill("3");
  await dialog.getByRole("button", { name: "Import dashboard", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/d/${mark}-3`));
  await page.getByRole("button", { name: "Share" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download" }).click();
  await page.getByRole("menuitem", { name: "JSON", exact: true }).click();
  const file = await (await download).createReadStream();
  const exported = (await file.toArray()).join("");
  expect(exported).toContain('"n": 1.0,');
  expect(exported).toContain('"big": 12345678901234567890,');
  expect(exported).toContain("topk(3, up)");
});

test("schema v2 is shown and not edited", async ({ page }) => {
  await signIn(page, editor, "/t/automation/dashboards");
  const dialog = await openImport(page);
  const query = {
    kind: "DataQuery",
    group: "prometheus",
    datasource: { name: "prometheus" },
    spec: { expr: "count(up)" },
  };
  const panel = {
    kind: "Panel",
    spec: {
      id: 1,
      title: "Targets",
      data: { kind: "QueryGroup", spec: { queries: [{ kind: "PanelQuery", spec: { refId: "A", query } }] } },
      vizConfig: { kind: "VizConfig", group: "stat", spec: { options: {}, fieldConfig: { defaults: {} } } },
    },
  };
  const element = { kind: "ElementReference", name: "panel-1" };
  const document = {
    apiVersion: "dashboard.grafana.app/v2beta1",
    kind: "Dashboard",
    metadata: { name: `${mark}-v2` },
    spec: {
      title: `${mark} v2`,
      elements: { "panel-1": panel },
      layout: {
        kind: "AutoGridLayout",
        spec: { items: [{ kind: "AutoGridLayoutItem", spec: { element } }] },
      },
    },
  };
  await dialog.getByText("Paste JSON", { exact: true }).click();
  await dialog.getByLabel("Dashboard JSON").fill(JSON.stringify(document));
  await dialog.getByRole("button", { name: "Import dashboard", exact: true }).click();
  await expect(page.getByRole("note")).toContainText("schema v2");
  const shown = page.locator('[data-panel-id="1"]');
  await expect(shown).toHaveAttribute("data-panel-type", "stat");
  await expect(shown).toHaveAttribute("data-panel-state", "ready", { timeout: 30_000 });
  await expect(shown.getByText(/^[1-9]\d*$/).first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Edit" })).toBeHidden();
  await page.goto(`/t/automation/d/${mark}-v2/edit`);
  await expect(page.getByText("This dashboard cannot be edited here yet")).toBeVisible();
});

test("ConfigMaps are imported, and a folder comes out again as ConfigMaps", async ({ page }) => {
  await signIn(page, editor, "/t/automation/dashboards");
  const dialog = await openImport(page);
  const made = (n: number) =>
    JSON.stringify({ uid: `${mark}-cm${n}`, title: `${mark} of a ConfigMap ${n}`, panels: [] });
  const configMap = { apiVersion: "v1", kind: "ConfigMap", data: { "a.json": made(1), "b.json": made(2) } };
  const zip = zipSync({ [`${mark}-k8s/cm.yaml`]: strToU8(stringify(configMap)) });
  await dialog
    .locator("input[type=file]")
    .setInputFiles([{ name: "k8s.zip", mimeType: "application/zip", buffer: Buffer.from(zip) }]);
  await dialog.getByRole("button", { name: "Import 2 dashboards" }).click();
  await expect(dialog.getByText("2 imported.")).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).first().click();
  await page
    .getByRole("link", { name: `${mark}-k8s` })
    .first()
    .click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export folder" }).click();
  await page.getByRole("menuitem", { name: "Kubernetes ConfigMap" }).click();
  const file = await (await download).createReadStream();
  const files = unzipSync(new Uint8Array(Buffer.concat(await file.toArray())));
  const resources = Object.values(files).map((bytes) => parse(strFromU8(bytes)));
  expect(resources.map(({ data }) => Object.keys(data)[0]).sort()).toEqual([
    `${mark}-cm1.json`,
    `${mark}-cm2.json`,
  ]);
});
