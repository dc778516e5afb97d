import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { withPlatform, withTenant } from "@/lib/server/db";
import { createTestTenant, type TestTenant } from "@/lib/server/testing/create-test-tenant";
import type { ArchivedFile } from "@/lib/shared/dashboards/dashboard";
import { minifyJson } from "@/lib/shared/dashboards/json-text/minify-json";
import type { JsonObject } from "@/lib/shared/json";
import { createFolder } from "../create-folder";
import { getDashboardText } from "../get-dashboard-text";
import { importDashboard } from "../import-dashboard";
import { listDashboards } from "../list-dashboards";
import { listFolders } from "../list-folders";
import { exportArchive } from "./export-archive";
import { importArchive } from "./import-archive";

const json = (value: unknown) => strToU8(JSON.stringify(value));

async function* inPieces(bytes: Uint8Array, size = 1_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function load(ctx: TestTenant["editor"], files: Zippable | Uint8Array, options: object = {}) {
  const bytes = files instanceof Uint8Array ? files : zipSync(files);
  return Array.fromAsync(importArchive(ctx, options, inPieces(bytes)));
}

async function save(
  ctx: TestTenant["viewer"],
  choice: { folderUid?: string; uids?: string[]; format?: string } = {},
) {
  const { folderUid = null, uids = [], format = "json" } = choice;
  const { body } = await exportArchive(ctx, { folder: folderUid, uids, format });
  return new Uint8Array(await new Response(body).arrayBuffer());
}

const outcomes = (files: ArchivedFile[]) =>
  Object.fromEntries(files.map(({ path, outcome }) => [path, outcome]));

describe("importing an archive", () => {
  it("makes folders of folders, goes on past broken files, and passes over the rest", async () => {
    const a = await createTestTenant();
    const files = await load(a.editor, {
      "top.json": json({ uid: "top", title: "Top" }),
      "Team A/one.json": json({ uid: "one", title: "One" }),
      "Team A/Sub/two.json": [json({ uid: "two", title: "Two" }), { level: 0 }],
      "Team A/broken.json": strToU8('{"title": "x",\n}'),
      "package.json": json({ name: "x" }),
      "wide.json": Uint8Array.from(Buffer.from('\ufeff{"uid":"wide","title":"é"}', "utf16le")),
      "latin.json": Uint8Array.from(Buffer.from('{"title":"é"}', "latin1")),
      "__MACOSX/top.json": json({ title: "no" }),
      ".git/x.json": json({ title: "no" }),
      "README.md": strToU8("no"),
    });
    expect(outcomes(files)).toEqual({
      "top.json": "created",
      "Team A/one.json": "created",
      "Team A/Sub/two.json": "created",
      "Team A/broken.json": "failed",
      "package.json": "failed",
      "wide.json": "created",
      "latin.json": "failed",
    });
    const why = (path: string) => files.find((file) => file.path === path)?.message;
    expect(why("Team A/broken.json")).toMatch(/line 2, column 1.*comma/);
    expect(why("package.json")).toMatch(/no title/);
    expect(why("latin.json")).toMatch(/UTF-8/);
    const folders = (await listFolders(a.viewer)).items;
    const team = folders.find(({ title }) => title === "Team A");
    expect(folders.find(({ title }) => title === "Sub")?.parentUid).toBe(team?.uid);
    expect((await getDashboardText(a.viewer, "two")).folderTitle).toBe("Sub");
  });

  it("does nothing twice, and replaces only when told to", async () => {
    const a = await createTestTenant();
    const first = { "F/a.json": json({ uid: "a", title: "A" }), "F/b.json": json({ title: "No uid" }) };
    await load(a.editor, first);
    expect(outcomes(await load(a.editor, first))).toEqual({
      "F/a.json": "unchanged",
      "F/b.json": "unchanged",
    });
    const second = { "F/a.json": json({ uid: "a", title: "A", tags: ["x"] }) };
    expect(await load(a.editor, second)).toMatchObject(
      [{ outcome: "failed", message: /uid "a" belongs/ }].map(({ message, ...rest }) => ({
        ...rest,
        message: expect.stringMatching(message),
      })),
    );
    expect(outcomes(await load(a.editor, second, { overwrite: true }))).toEqual({ "F/a.json": "replaced" });
    expect((await listFolders(a.viewer)).items).toHaveLength(1);
  });

  it("stops at the quota and says so for each", async () => {
    const a = await createTestTenant();
    await withPlatform((tx) =>
      tx.quota.create({ data: { tenantId: a.tenant.id, key: "dashboards", limit: 2 } }),
    );
    const files = Object.fromEntries(
      [1, 2, 3, 4].map((n) => [`${n}.json`, json({ uid: `d${n}`, title: `D${n}` })]),
    );
    const done = await load(a.editor, files);
    expect(done.map(({ outcome }) => outcome)).toEqual(["created", "created", "failed", "failed"]);
    expect(done[3]?.message).toMatch(/quota of 2 dashboards/);
  });

  it("refuses what is no zip, what is cut off, and viewers", async () => {
    const a = await createTestTenant();
    await expect(load(a.editor, strToU8("hello"))).rejects.toMatchObject({ code: "INVALID_INPUT" });
    await expect(load(a.viewer, { "a.json": json({ title: "A" }) })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const whole = zipSync({ "a.json": json({ uid: "a", title: "A", x: "x".repeat(50_000) }) }, { level: 0 });
    const cut = await load(a.editor, whole.subarray(0, 20_000)).catch((error: Error) => error);
    expect(cut instanceof Error || cut.every(({ outcome }) => outcome === "failed")).toBe(true);
    expect((await listDashboards(a.viewer)).items).toEqual([]);
  });

  it("reads ConfigMaps and lists, keeps steps up out of folders, and names archives inside", async () => {
    const a = await createTestTenant();
    const dashboard = (uid: string) => ({ uid, title: uid, panels: [] });
    const configMap = {
      apiVersion: "v1",
      kind: "ConfigMap",
      data: { "a.json": JSON.stringify(dashboard("a")) },
    };
    const done = await load(a.editor, {
      "k8s/cm.yaml": strToU8(`${stringify(configMap)}`),
      "k8s/values.yaml": strToU8("replicas: 1\n"),
      "../../ops/b.json": json(dashboard("b")),
      "list.json": json([dashboard("c"), dashboard("d")]),
      "sign-in.json": strToU8("<!doctype html><title>Grafana</title>"),
      "in.zip": zipSync({ "x.json": json(dashboard("x")) }),
    });
    expect(outcomes(done)).toEqual({
      "k8s/cm.yaml: a.json": "created",
      "../../ops/b.json": "created",
      "list.json #1": "created",
      "list.json #2": "created",
      "sign-in.json": "failed",
      "in.zip": "failed",
    });
    expect((await listFolders(a.viewer)).items.map(({ title }) => title).sort()).toEqual(["k8s", "ops"]);
  });

  it("does not unpack a bomb", async () => {
    const a = await createTestTenant();
    const bomb = zipSync({ "bomb.json": strToU8(`{"title":"x","a":"${"0".repeat(21_000_000)}"}`) });
    expect(bomb.length).toBeLessThan(200_000);
    const done = await load(a.editor, { "x/y.json": json({ uid: "y", title: "Y" }) });
    expect(outcomes(done)).toEqual({ "x/y.json": "created" });
    expect(await load(a.editor, bomb)).toMatchObject([
      { outcome: "failed", message: "It has more than 16 MB." },
    ]);
  });
});

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
