import { gunzipSync } from "node:zlib";
import { parse as parseHcl } from "@cdktf/hcl2json";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { withTenant } from "@/lib/server/db";
import { createTestTenant, type TestTenant } from "@/lib/server/testing/create-test-tenant";
import type { JsonObject } from "@/lib/shared/json";
import { createFolder } from "../create-folder";
import { exportDashboard } from "../export-dashboard";
import { importDashboard } from "../import-dashboard";

/** Everything that some format could take for its own: templates, quotes, ends of heredocs, documents of YAML. */
const hostile = 'a ${b} $${c} %{d} $__rate_interval "q" \\ \n---\nEOT\n# x: [y] 🙂';
const document: JsonObject = {
  uid: "Odd_uid-1",
  title: hostile,
  panels: [
    {
      id: 1,
      type: "stat",
      title: "${x:json}",
      datasource: { type: "prometheus", uid: "prom" },
      targets: [{ refId: "A", expr: 'up{a="$b"}' }],
    },
  ],
  templating: { list: [{ name: "x", type: "custom", query: "a,b" }] },
};
const kubernetesName = z
  .string()
  .regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/)
  .max(63);
const ConfigMap = z.strictObject({
  apiVersion: z.literal("v1"),
  kind: z.literal("ConfigMap"),
  metadata: z.strictObject({
    name: kubernetesName,
    namespace: kubernetesName,
    labels: z.strictObject({ grafana_dashboard: z.literal("1") }),
    annotations: z.record(z.string(), z.string()).optional(),
  }),
  data: z.record(z.string().regex(/^[-._a-zA-Z0-9]{1,253}$/), z.string()),
});
// As in the operator's api/v1beta1: one source of content, the folder given in one way.
const GrafanaDashboard = z.strictObject({
  apiVersion: z.literal("grafana.integreatly.org/v1beta1"),
  kind: z.literal("GrafanaDashboard"),
  metadata: z.strictObject({ name: kubernetesName }),
  spec: z
    .strictObject({
      instanceSelector: z.strictObject({ matchLabels: z.record(z.string(), z.string()) }),
      folder: z.string().optional(),
      datasources: z.array(z.strictObject({ inputName: z.string(), datasourceName: z.string() })),
      json: z.string().optional(),
      gzipJson: z.base64().optional(),
    })
    .refine(({ json, gzipJson }) => (json === undefined) !== (gzipJson === undefined)),
});

let a: TestTenant;
const text = async (uid: string, format: string) =>
  String((await exportDashboard(a.viewer, uid, format)).body);

beforeAll(async () => {
  a = await createTestTenant();
  const data = { tenantId: a.tenant.id, uid: "prom", name: "Main", url: "http://p:9090", isDefault: true };
  await withTenant(a.tenant.id, (tx) => tx.datasource.create({ data }));
  await createFolder(a.editor, { uid: "1-folder", title: hostile.slice(0, 40) });
  await importDashboard(a.editor, { document, folderUid: "1-folder" });
  const panels = Array.from({ length: 900 }, (_, id) => ({
    id,
    type: "text",
    content: crypto.randomUUID().repeat(35),
  }));
  await importDashboard(a.editor, { document: { uid: "big", title: "Big", panels } });
  const spec = { title: "V2", elements: {}, layout: { kind: "GridLayout", spec: { items: [] } } };
  const resource = {
    apiVersion: "dashboard.grafana.app/v2beta1",
    kind: "Dashboard",
    metadata: { name: "v2", uid: "x" },
    spec,
  };
  await importDashboard(a.editor, { document: resource });
});

describe("read by the readers of each form", () => {
  it("Terraform: the configuration parses, and the JSON in it is the dashboard", async () => {
    const hcl = await parseHcl("main.tf", await text("Odd_uid-1", "terraform"));
    const { resource } = z
      .object({
        resource: z.object({
          grafana_folder: z.record(z.string(), z.array(z.object({ uid: z.string(), title: z.string() }))),
          grafana_dashboard: z.record(
            z.string(),
            z.array(z.object({ folder: z.string(), config_json: z.string() })),
          ),
        }),
      })
      .parse(hcl);
    // The parser keeps expressions as they are written: what stands for ${ is put back as Terraform would.
    const plain = (written: string | undefined) => (written ?? "").replace(/([$%])\1\{/g, "$1{");
    const [dashboard] = resource.grafana_dashboard["Odd_uid-1"] ?? [];
    expect(dashboard?.folder).toBe("${grafana_folder._1-folder.uid}");
    expect(JSON.parse(plain(dashboard?.config_json))).toEqual({ ...document, id: null });
    expect(plain(resource.grafana_folder["_1-folder"]?.[0]?.title)).toBe(hostile.slice(0, 40));
  });

  it("Kubernetes: a ConfigMap by its schema, below 1 MiB or refused", async () => {
    const { metadata, data } = ConfigMap.parse(parse(await text("Odd_uid-1", "configmap")));
    expect(JSON.parse(data["Odd_uid-1.json"] ?? "")).toEqual({ ...document, id: null });
    expect(metadata.annotations?.grafana_folder).toBe(hostile.slice(0, 40));
    await expect(text("big", "configmap")).rejects.toMatchObject({
      code: "INVALID_INPUT",
      message: expect.stringMatching(
        /has 1,\d{3},\d{3} bytes .* holds 1,048,576 \(1 MiB\), which leaves 1,048,\d{3}/,
      ),
    });
  });

  it("Kubernetes: up to the last byte, without white space where it needs it, with its metadata below 1 MiB", async () => {
    const make = (pad: number) => ({
      uid: "edge",
      title: "Edge",
      x: Array(200).fill({ y: 1 }),
      pad: "Ä".repeat(pad),
    });
    const configMap = async (pad: number) => {
      await importDashboard(a.editor, { document: make(pad), overwrite: true });
      const yaml = await text("edge", "configmap");
      const resource = ConfigMap.parse(parse(yaml));
      const [json = ""] = Object.values(resource.data);
      expect(JSON.parse(json)).toEqual({ ...make(pad), id: null });
      const empty = JSON.stringify({ ...resource, data: { "edge.json": "" } });
      return { yaml, json, bytes: Buffer.byteLength(empty) + Buffer.byteLength(json) };
    };
    const small = await configMap(10);
    expect([small.json.includes("\n  "), small.yaml.includes("--server-side")]).toEqual([true, false]);
    const first = await configMap(522_500);
    expect([first.json.includes("\n"), first.yaml.includes("--server-side")]).toEqual([false, true]);
    const fits = 522_500 + Math.floor((1_048_576 - first.bytes) / 2);
    expect((await configMap(fits)).bytes).toBeGreaterThan(1_048_573);
    await expect(configMap(fits + 1)).rejects.toMatchObject({ details: { field: "format", uid: "edge" } });
  });

  it("the Grafana operator: by its schema, packed where it is long, v2 as a manifest", async () => {
    const { spec } = GrafanaDashboard.parse(parse(await text("Odd_uid-1", "operator")));
    expect(JSON.parse(spec.json ?? "")).toMatchObject({ uid: "Odd_uid-1", title: hostile });
    const big = GrafanaDashboard.parse(parse(await text("big", "operator"))).spec;
    expect(JSON.parse(gunzipSync(Buffer.from(big.gzipJson ?? "", "base64")).toString()).panels).toHaveLength(
      900,
    );
    const manifest = parse(await text("v2", "operator"));
    expect(manifest).toMatchObject({
      kind: "GrafanaManifest",
      spec: {
        template: {
          apiVersion: "dashboard.grafana.app/v2beta1",
          kind: "Dashboard",
          metadata: { name: "v2" },
          spec: { title: "V2" },
        },
      },
    });
    for (const format of ["portable", "configmap", "terraform", "provisioning"]) {
      await expect(text("v2", format)).rejects.toMatchObject({ code: "INVALID_INPUT", message: /schema v2/ });
    }
  });

  it("file provisioning: the zip unpacks, its YAML names the folder and where the JSON lies", async () => {
    const { body } = await exportDashboard(a.viewer, "Odd_uid-1", "provisioning");
    const files = unzipSync(await new Response(body).bytes());
    const yaml = Object.keys(files).filter((path) => path.endsWith(".yaml"));
    const [provider] = yaml
      .filter((path) => path.startsWith("provisioning/dashboards/"))
      .map((path) => parse(strFromU8(files[path] ?? new Uint8Array())).providers[0]);
    const path = `${String(provider.options.path).replace("/var/lib/grafana/", "")}/Odd_uid-1.json`;
    expect(JSON.parse(strFromU8(files[path] ?? new Uint8Array()))).toEqual({ ...document, id: null });
    expect(provider).toMatchObject({ folder: hostile.slice(0, 40), folderUid: "1-folder", type: "file" });
  });

  it("JSON for sharing: Grafana's importer finds each input that is used", async () => {
    const portable = JSON.parse(await text("Odd_uid-1", "portable"));
    expect(portable.__inputs.map(({ name }: { name: string }) => name)).toEqual(["DS_MAIN"]);
    expect(portable.__requires.map(({ id }: { id: string }) => id)).toEqual([
      "grafana",
      "prometheus",
      "stat",
    ]);
    expect(portable.panels[0].datasource.uid).toBe("${DS_MAIN}");
  });
});
