import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { withPlatform } from "@/lib/server/db";
import { json, load } from "@/lib/server/testing/archives";
import { createTestTenant } from "@/lib/server/testing/create-test-tenant";
import type { ArchivedFile } from "@/lib/shared/dashboards/dashboard";
import { getDashboardText } from "../get-dashboard-text";
import { listDashboards } from "../list-dashboards";
import { listFolders } from "../list-folders";

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
