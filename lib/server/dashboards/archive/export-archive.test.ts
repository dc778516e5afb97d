import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { withTenant } from "@/lib/server/db";
import { load, save } from "@/lib/server/testing/archives";
import { createTestTenant } from "@/lib/server/testing/create-test-tenant";
import { minifyJson } from "@/lib/shared/dashboards/json-text/minify-json";
import type { JsonObject } from "@/lib/shared/json";
import { createFolder } from "../create-folder";
import { getDashboardText } from "../get-dashboard-text";
import { importDashboard } from "../import-dashboard";
import { listFolders } from "../list-folders";
import { exportArchive } from "./export-archive";

describe("exporting an archive", () => {
  it("imports again in another tenant: folders, uids, and every letter of the documents", async () => {
    const [a, b] = [await createTestTenant("A"), await createTestTenant("B")];
    await createFolder(a.editor, { uid: "team", title: "Team: a/b" });
    await createFolder(a.editor, { uid: "sub", title: "Sub", parentUid: "team" });
    const texts = [
      '{"title":"One","n":1.0,"10":1,"2":{"__proto__":1}}',
      '{"uid":"two","title":"Two","big":123456789012345678901}',
    ];
    const put = (text: string, folderUid: string | null) =>
      importDashboard(a.editor, { document: JSON.parse(text), folderUid }, text);
    const { uid: one } = await put(texts[0] ?? "", "sub");
    await put(texts[1] ?? "", null);
    const done = await load(b.editor, await save(a.viewer));
    expect(done.map(({ outcome }) => outcome)).toEqual(["created", "created"]);
    expect((await getDashboardText(b.viewer, one)).documentText).toBe(texts[0]);
    expect((await getDashboardText(b.viewer, "two")).documentText).toBe(texts[1]);
    expect(await getDashboardText(b.viewer, one)).toMatchObject({ folderUid: "sub", folderTitle: "Sub" });
    expect((await listFolders(b.viewer)).items).toMatchObject([
      { uid: "sub", parentUid: "team" },
      { uid: "team", title: "Team: a/b", parentUid: null },
    ]);
    expect((await load(b.editor, await save(b.viewer))).map(({ outcome }) => outcome)).toEqual([
      "unchanged",
      "unchanged",
    ]);
  });

  it("holds a folder with all below it, or what was chosen, and nothing of another tenant", async () => {
    const [a, b] = [await createTestTenant("A"), await createTestTenant("B")];
    await createFolder(a.editor, { uid: "f", title: "F" });
    await createFolder(a.editor, { uid: "g", title: "G", parentUid: "f" });
    for (const [uid, folderUid] of [
      ["in", "f"],
      ["deep", "g"],
      ["out", null],
    ] as const) {
      await importDashboard(a.editor, { document: { uid, title: uid }, folderUid });
    }
    await importDashboard(b.editor, { document: { uid: "theirs", title: "T" } });
    const names = async (choice: object) => Object.keys(unzipSync(await save(a.viewer, choice))).sort();
    expect(await names({ folderUid: "f" })).toEqual(["F/G/deep.json", "F/in.json", "panelsmith.json"]);
    expect(await names({ uids: ["out", "theirs"] })).toEqual(["out.json", "panelsmith.json"]);
    expect(await names({ uids: ["no uid"] })).toEqual(["panelsmith.json"]);
    expect(await names({})).toHaveLength(4);
    await expect(save(a.viewer, { folderUid: "nobody" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(save(a.viewer, { format: "pdf" })).rejects.toMatchObject({ code: "INVALID_INPUT" });
    // What names nothing, or is misspelt, must not come out as everything.
    for (const choice of [{ uids: [] }, { dashboards: ["out"] }])
      await expect(exportArchive(a.viewer, choice)).rejects.toThrow(/uids|dashboards/);
  });

  it("makes one bundle for file provisioning, with a provider a folder and the datasources", async () => {
    const a = await createTestTenant();
    await createFolder(a.editor, { uid: "ops", title: "Ops" });
    const data = {
      tenantId: a.tenant.id,
      uid: "prom",
      name: "P",
      url: "http://secret:9090",
      isDefault: true,
    };
    await withTenant(a.tenant.id, (tx) => tx.datasource.create({ data }));
    for (const uid of ["one", "two"])
      await importDashboard(a.editor, { document: { uid, title: uid }, folderUid: "ops" });
    await importDashboard(a.editor, { document: { uid: "v2", title: "V", elements: {}, layout: {} } });
    const files = unzipSync(await save(a.viewer, { format: "provisioning" }));
    expect(Object.keys(files).sort()).toEqual([
      "NOT-EXPORTED.txt",
      "dashboards/ops/one.json",
      "dashboards/ops/two.json",
      "provisioning/dashboards/general.yaml",
      "provisioning/dashboards/ops.yaml",
      "provisioning/datasources/panelsmith.yaml",
    ]);
    const read = (path: string) => strFromU8(files[path] ?? new Uint8Array());
    expect(read("NOT-EXPORTED.txt")).toMatch(/^\S+: .*schema v2/);
    expect(parse(read("provisioning/dashboards/ops.yaml")).providers).toMatchObject([
      { folder: "Ops", folderUid: "ops" },
    ]);
    const [source] = parse(read("provisioning/datasources/panelsmith.yaml")).datasources;
    expect(source).toMatchObject({ uid: "prom", type: "prometheus", isDefault: true });
    expect(source.url).toContain(`/tenants/${a.tenant.slug}/datasources/prom/prometheus`);
    expect(read("provisioning/datasources/panelsmith.yaml")).not.toContain("secret:9090");
  });

  it("splits a folder over ConfigMaps below 1 MiB each, and says what fits in none", async () => {
    const a = await createTestTenant();
    await createFolder(a.editor, { uid: "ops", title: "Ops" });
    for (const [uid, size] of [
      ["one", 700_000],
      ["two", 700_000],
      ["three", 1_048_000],
      ["huge", 1_050_000],
    ] as const) {
      await importDashboard(a.editor, {
        document: { uid, title: uid, pad: "x".repeat(size) },
        folderUid: "ops",
      });
    }
    const files = unzipSync(await save(a.viewer, { folderUid: "ops", format: "configmap" }));
    const yaml = Object.keys(files).filter((path) => path.endsWith(".yaml"));
    expect(yaml.sort()).toEqual([
      "Ops/one.configmap.yaml",
      "Ops/three.configmap.yaml",
      "Ops/two.configmap.yaml",
    ]);
    const resources = yaml.map((path) => parse(strFromU8(files[path] ?? new Uint8Array())));
    expect(new Set(resources.map(({ metadata }) => metadata.name)).size).toBe(3);
    for (const resource of resources)
      expect(Buffer.byteLength(JSON.stringify(resource))).toBeLessThan(1_048_576 + 500);
    expect(strFromU8(files["NOT-EXPORTED.txt"] ?? new Uint8Array())).toMatch(/^huge: .*1,050,\d{3} bytes/);
  });

  it("carries our own dashboards there and back", async () => {
    const a = await createTestTenant();
    const root = join(process.cwd(), "monitoring/grafana/dashboards");
    const paths = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) =>
      path.endsWith(".json"),
    );
    const files = Object.fromEntries(
      paths.map((path) => [path, new Uint8Array(readFileSync(join(root, path)))]),
    );
    expect((await load(a.editor, files)).every(({ outcome }) => outcome === "created")).toBe(true);
    const back = unzipSync(await save(a.viewer));
    for (const path of paths) {
      const given = minifyJson(strFromU8(files[path] ?? new Uint8Array()));
      const { uid } = JSON.parse(given) as JsonObject;
      const name = Object.keys(back).find((one) => one.endsWith(`/${uid}.json`)) ?? "";
      expect(minifyJson(strFromU8(back[name] ?? new Uint8Array())).trim()).toBe(given.trim());
    }
  });
});
