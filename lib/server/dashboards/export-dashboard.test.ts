import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { withTenant } from "@/lib/server/db";
import { createTestTenant, type TestTenant } from "@/lib/server/testing/create-test-tenant";
import type { JsonObject } from "@/lib/shared/json";
import { createDashboard } from "./create-dashboard";
import { createFolder } from "./create-folder";
import { exportDashboard } from "./export-dashboard";
import { importDashboard } from "./import-dashboard";

const document: JsonObject = {
  id: 7,
  uid: "web",
  title: "Web",
  panels: [
    {
      id: 1,
      type: "stat",
      datasource: { type: "prometheus", uid: "prom" },
      targets: [{ expr: 'up{a="${x}"}', datasource: "Main Prometheus" }],
    },
    { id: 2, type: "timeseries", datasource: "${DS_PROMETHEUS}" },
    { id: 3, type: "text", datasource: { type: "loki", uid: "logs" } },
    { id: 4, type: "row", datasource: "-- Grafana --", panels: [{ id: 5, type: "table" }] },
  ],
};
let a: TestTenant;
const text = async (format: string) => String((await exportDashboard(a.viewer, "web", format)).body);

beforeAll(async () => {
  a = await createTestTenant();
  const data = {
    tenantId: a.tenant.id,
    uid: "prom",
    name: "Main Prometheus",
    url: "http://p:9090",
    isDefault: true,
  };
  await withTenant(a.tenant.id, (tx) => tx.datasource.create({ data }));
  await createFolder(a.editor, { uid: "ml", title: 'ML "Services"' });
  await createDashboard(a.editor, { document, folderUid: "ml" });
});

describe("portable", () => {
  it("turns Prometheus datasources into inputs and leaves others alone", async () => {
    const portable = JSON.parse(await text("portable"));
    expect(portable.__inputs.map(({ name }: { name: string }) => name)).toEqual([
      "DS_MAIN_PROMETHEUS",
      "DS_PROMETHEUS",
    ]);
    expect(
      portable.__requires
        .filter(({ type }: { type: string }) => type === "panel")
        .map(({ id }: { id: string }) => id),
    ).toEqual(["stat", "table", "text", "timeseries"]);
    const [stat, series, logs, row] = portable.panels;
    expect(stat).toMatchObject({
      datasource: { uid: "${DS_MAIN_PROMETHEUS}" },
      targets: [{ expr: 'up{a="${x}"}', datasource: "${DS_MAIN_PROMETHEUS}" }],
    });
    expect([series.datasource, logs.datasource.uid, row.datasource, portable.id]).toEqual([
      "${DS_PROMETHEUS}",
      "logs",
      "-- Grafana --",
      null,
    ]);
  });

  it("comes back with what the importer chooses", async () => {
    const b = await createTestTenant();
    const inputs = { DS_MAIN_PROMETHEUS: "theirs", DS_PROMETHEUS: "theirs" };
    const { documentText } = await importDashboard(b.editor, {
      document: JSON.parse(await text("portable")),
      inputs,
    });
    const got = JSON.parse(documentText);
    expect(got.panels).toMatchObject([
      { datasource: { uid: "theirs" } },
      { datasource: "theirs" },
      { datasource: { uid: "logs" } },
      {},
    ]);
    expect(got.__inputs).toBeUndefined();
  });
});

describe("files for other tools", () => {
  it("name a real datasource where Grafana asks nobody", async () => {
    const configMap = parse(await text("configmap"));
    expect(configMap.metadata).toMatchObject({
      labels: { grafana_dashboard: "1" },
      annotations: { grafana_folder: 'ML "Services"' },
    });
    const inside = JSON.parse(configMap.data["web.json"]);
    expect(inside).toMatchObject({ id: null, uid: "web" });
    expect(inside.panels[1].datasource).toBe("prom");
  });

  it("give the operator its inputs", async () => {
    const { kind, spec } = parse(await text("operator"));
    expect(kind).toBe("GrafanaDashboard");
    expect(spec.datasources[0]).toEqual({
      inputName: "DS_MAIN_PROMETHEUS",
      datasourceName: "Main Prometheus",
    });
    expect(JSON.parse(spec.json).title).toBe("Web");
  });

  it("escape what Terraform would read as a template", async () => {
    const hcl = await text("terraform");
    expect(hcl).toContain('title = "ML \\"Services\\""');
    expect(hcl).toContain('up{a=\\"$${x}\\"}');
    expect(hcl.replaceAll("$${", "")).not.toContain("${");
  });

  it("pack a provider and the dashboard for file provisioning", async () => {
    const { body, type } = await exportDashboard(a.viewer, "web", "provisioning");
    const files = unzipSync(await new Response(body).bytes());
    expect([type, Object.keys(files).sort()]).toEqual([
      "application/zip",
      [
        "dashboards/ml-services/web.json",
        "provisioning/dashboards/web.yaml",
        "provisioning/datasources/panelsmith.yaml",
      ],
    ]);
    const provider = parse(strFromU8(files["provisioning/dashboards/web.yaml"] ?? new Uint8Array()));
    expect(provider.providers[0]).toMatchObject({
      folder: 'ML "Services"',
      options: { path: "/var/lib/grafana/dashboards/ml-services" },
    });
  });
});
