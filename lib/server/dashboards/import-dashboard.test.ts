import { describe, expect, it } from "vitest";
import { createTestTenant } from "@/lib/server/testing/create-test-tenant";
import { minifyJson } from "@/lib/shared/dashboards/json-text/minify-json";
import type { JsonObject } from "@/lib/shared/json";
import { createDashboard } from "./create-dashboard";
import { exportDashboard } from "./export-dashboard";
import { getDashboard } from "./get-dashboard";
import { importDashboard } from "./import-dashboard";
import { listDashboards } from "./list-dashboards";
import { restoreVersion } from "./restore-version";
import { saveDashboard } from "./save-dashboard";

const documentOf = (uid: string, more: JsonObject = {}): JsonObject => ({
  uid,
  title: `Title of ${uid}`,
  panels: [],
  ...more,
});

describe("importing", () => {
  it("takes Grafana's envelope, and gives the same document back on export", async () => {
    const a = await createTestTenant();
    const dashboard = documentOf("web", { panels: [{ id: 1, type: "graph", $$hashKey: "x" }] });
    await importDashboard(a.editor, { document: { dashboard, meta: { slug: "x" } } });
    expect(JSON.parse(String((await exportDashboard(a.viewer, "web", "json")).body))).toEqual(dashboard);
    await expect(exportDashboard(a.viewer, "web", "yaml")).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });

  it("overwrites only when told to, as a new version", async () => {
    const a = await createTestTenant();
    await importDashboard(a.editor, { document: documentOf("web", { n: 1 }) });
    const again = { document: documentOf("web", { n: 2 }) };
    await expect(importDashboard(a.editor, again)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await importDashboard(a.editor, { ...again, overwrite: true })).toMatchObject({ version: 2 });
  });

  it("never touches another tenant's dashboard of the same uid or id", async () => {
    const [a, b] = [await createTestTenant("A"), await createTestTenant("B")];
    await createDashboard(a.editor, { document: documentOf("web", { id: 1 }) });
    await importDashboard(b.editor, { document: documentOf("web", { id: 1, evil: true }), overwrite: true });
    expect(await getDashboard(a.viewer, "web")).toMatchObject({ version: 1 });
    expect((await getDashboard(a.viewer, "web")).document.evil).toBeUndefined();
  });

  it.each([
    ["keys like __proto__", '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}'],
    ["numbers beyond doubles", '"a":1e999,"b":12345678901234567890,"c":0.1000000000000000055'],
    ["the spelling of numbers", '"a":1.0,"b":-0,"c":1E+2'],
    ["the order of keys that are numbers", '"options":{"10":"x","b":1,"2":"y"}'],
    ["repeated keys", '"a":1,"a":2'],
    ["escapes", '"a":"\\u0000 \\ud800 \\u0041 \\/"'],
    ["wrong types", '"panels":{"a":1},"tags":"x","rows":7,"templating":[],"annotations":"y","time":3'],
    [
      "texts that Postgres cannot hold as they are",
      '"panels":[{"title":"\\u0000\\ud800"}],"tags":["\\u0000x"]',
    ],
    ["a uid that is no text", '"uid":5'],
  ])("keeps %s, through an edit too", async (_, odd) => {
    const a = await createTestTenant();
    const text = `{"title":"t",${odd},"last":1}`;
    const { uid, outcome } = await importDashboard(a.editor, { document: JSON.parse(text) }, text);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    const exported = async () =>
      minifyJson(String((await exportDashboard(a.viewer, uid, "json")).body)).trim();
    expect([outcome, await exported()]).toEqual(["created", text]);
    // As a browser does: parsed, changed, written again.
    const document = JSON.parse(JSON.stringify({ ...(await getDashboard(a.viewer, uid)).document, last: 2 }));
    if (typeof document.uid !== "string") delete document.uid;
    await saveDashboard(a.editor, uid, { document, version: 1 }, JSON.stringify(document));
    expect(await exported()).toBe(text.replace('"last":1', '"last":2').replace('"uid":5,', ""));
    await restoreVersion(a.editor, uid, 1);
    expect(await exported()).toBe(text);
  });

  it("takes what is there already for done, with or without a uid", async () => {
    const a = await createTestTenant();
    for (const document of [documentOf("web"), { title: "No uid" }]) {
      const first = await importDashboard(a.editor, { document });
      const again = await importDashboard(a.editor, { document, overwrite: true });
      expect([first.outcome, again.outcome, again.uid, again.version]).toEqual([
        "created",
        "unchanged",
        first.uid,
        1,
      ]);
    }
    expect((await listDashboards(a.viewer)).items).toHaveLength(2);
  });

  it("takes equal titles in one folder, and a long one, as Grafana does", async () => {
    const a = await createTestTenant();
    const title = "x".repeat(4_000);
    for (const uid of ["one", "two"])
      await importDashboard(a.editor, { document: documentOf(uid, { title }) });
    const { document, ...summary } = await getDashboard(a.viewer, "two");
    expect([document.title, summary.title.length]).toEqual([title, 300]);
    await saveDashboard(a.editor, "two", { document: { ...document, tags: ["x"] }, version: 1 });
  });

  it("takes resources apart, and keeps schema v2 whole", async () => {
    const a = await createTestTenant();
    const metadata = { name: "from-name" };
    const spec = { title: "Classic", panels: [{ id: 1 }] };
    const classic = { apiVersion: "dashboard.grafana.app/v1", kind: "Dashboard", metadata, spec };
    expect(await importDashboard(a.editor, { document: classic })).toMatchObject({
      uid: "from-name",
      documentText: JSON.stringify(spec),
    });
    expect((await importDashboard(a.editor, { document: classic })).outcome).toBe("unchanged");
    const named = await importDashboard(a.editor, { document: { title: "Named" }, uid: "given" });
    expect([named.uid, named.documentText]).toEqual(["given", '{"title":"Named"}']);
    const v2 = {
      ...classic,
      apiVersion: "dashboard.grafana.app/v2beta1",
      metadata: { name: "v2" },
      spec: { title: "New", tags: ["t"], elements: {}, layout: { kind: "GridLayout", spec: { items: [] } } },
    };
    expect(await importDashboard(a.editor, { document: v2 })).toMatchObject({
      uid: "v2",
      title: "New",
      tags: ["t"],
      documentText: JSON.stringify(v2),
    });
    expect(JSON.parse(String((await exportDashboard(a.viewer, "v2", "json")).body))).toEqual(v2);
  });

  it("keeps documents of 400 levels, with edits", async () => {
    const a = await createTestTenant();
    const document = documentOf("deep", { x: JSON.parse('{"a":['.repeat(200) + "]}".repeat(200)) });
    await importDashboard(a.editor, { document });
    await saveDashboard(a.editor, "deep", { document: { ...document, y: 1 }, version: 1 });
    const stale = saveDashboard(a.editor, "deep", { document: { ...document, z: 1 }, version: 1 });
    await expect(stale).rejects.toMatchObject({ details: { merge: { document: { y: 1, z: 1 } } } });
  });

  it("takes the one dashboard out of a ConfigMap, a list and an operator's resource", async () => {
    const a = await createTestTenant();
    const inner = (uid: string) => `{"uid":"${uid}","title":"Held","version":1.50,"panels":[]}`;
    const map = (data: JsonObject) => ({
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: "x" },
      data,
    });
    const given: [string, JsonObject][] = [
      ["in-map", map({ "held.json": inner("in-map") })],
      ["in-list", { kind: "List", items: [map({ "held.json": inner("in-list") })] }],
      ["in-resource", { kind: "GrafanaDashboard", spec: { json: inner("in-resource") } }],
    ];
    for (const [uid, document] of given) {
      expect(await importDashboard(a.editor, { document })).toMatchObject({ uid, documentText: inner(uid) });
    }
    const several = map({ "a.json": inner("a"), "b.json": inner("b") });
    await expect(importDashboard(a.editor, { document: several })).rejects.toThrow(
      "This ConfigMap holds 2 dashboards, and one is taken here.",
    );
    await expect(importDashboard(a.editor, { document: map({ "x.txt": "y" }) })).rejects.toMatchObject({
      code: "INVALID_INPUT",
      message: "This ConfigMap holds no dashboard: none of its data is JSON.",
    });
  });
});
