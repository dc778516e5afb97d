import { describe, expect, it } from "vitest";
import { withPlatform, withTenant } from "@/lib/server/db";
import { createTestTenant, type TestTenant } from "@/lib/server/testing/create-test-tenant";
import { minifyJson } from "@/lib/shared/dashboards/json-text/minify-json";
import type { JsonObject } from "@/lib/shared/json";
import { createDashboard } from "./create-dashboard";
import { deleteDashboard } from "./delete-dashboard";
import { exportDashboard } from "./export-dashboard";
import { getDashboard } from "./get-dashboard";
import { getVersion } from "./get-version";
import { importDashboard } from "./import-dashboard";
import { listDashboards } from "./list-dashboards";
import { listVersions } from "./list-versions";
import { restoreVersion } from "./restore-version";
import { saveDashboard } from "./save-dashboard";
import { starDashboard } from "./star-dashboard";

const documentOf = (uid: string, more: JsonObject = {}): JsonObject => ({
  uid,
  title: `Title of ${uid}`,
  panels: [],
  ...more,
});
const setQuota = ({ tenant }: TestTenant, key: string, limit: number) =>
  withPlatform((tx) => tx.quota.create({ data: { tenantId: tenant.id, key, limit } }));

describe("creating", () => {
  it("keeps the document as it is, makes version 1 and writes the audit log", async () => {
    const a = await createTestTenant();
    const document = documentOf("web", { z: 1, tags: ["b", "a"], custom: { unknown: [null, 1.5] } });
    const made = await createDashboard(a.editor, { document, message: "first" });
    expect(made).toMatchObject({
      uid: "web",
      title: "Title of web",
      version: 1,
      tags: ["b", "a"],
      folderUid: null,
      document,
    });
    expect(JSON.stringify((await getDashboard(a.viewer, "web")).document)).toBe(JSON.stringify(document));
    expect((await listVersions(a.viewer, "web")).items).toMatchObject([
      { version: 1, message: "first", createdBy: a.editor.actor.name },
    ]);
    const events = await withTenant(a.tenant.id, (tx) => tx.auditEvent.findMany());
    expect(events).toMatchObject([
      { action: "dashboard.create", subjectId: "web", actorId: a.editor.actor.id, ip: "127.0.0.1" },
    ]);
  });

  it("gives a uid to a document without one and leaves the document alone", async () => {
    const a = await createTestTenant();
    const document = { title: "No uid", uid: null };
    const made = await createDashboard(a.editor, { document });
    expect(made.uid).toMatch(/^[A-Za-z0-9_-]{14}$/);
    expect(made.document).toEqual(document);
  });

  it.each([
    ["a document that is no object", []],
    ["no title", { panels: [] }],
    ["a blank title", { title: "  " }],
    ["a title that is no text", { title: 7 }],
    ["a uid with odd characters", { title: "t", uid: "a/b" }],
    ["a uid of 41 characters", { title: "t", uid: "x".repeat(41) }],
    ["a title of 5,001 characters", { title: "x".repeat(5_001) }],
    ["too deep nesting", { title: "t", x: JSON.parse("[".repeat(550) + "]".repeat(550)) }],
    ["too many bytes", { title: "t", x: "x".repeat(16_000_001) }],
  ])("refuses %s, and stores nothing", async (_, document) => {
    const a = await createTestTenant();
    const error = await createDashboard(a.editor, { document }).catch((caught: unknown) => caught);
    expect(error).toSatisfy(
      (caught) => caught instanceof Error && (caught.name === "ZodError" || "code" in caught),
    );
    expect((await listDashboards(a.viewer)).items).toEqual([]);
  });

  it("says which of uid and title is taken", async () => {
    const a = await createTestTenant();
    await createDashboard(a.editor, { document: documentOf("web") });
    const again = createDashboard(a.editor, { document: documentOf("web", { title: "Other" }) });
    await expect(again).rejects.toMatchObject({ code: "CONFLICT", details: { reason: "uid-taken" } });
    const twin = createDashboard(a.editor, { document: documentOf("other", { title: "Title of web" }) });
    await expect(twin).rejects.toMatchObject({
      code: "CONFLICT",
      details: { reason: "title-taken", uid: "web" },
    });
  });

  it("holds the quota under two parallel calls", async () => {
    const a = await createTestTenant();
    await setQuota(a, "dashboards", 1);
    const results = await Promise.allSettled(
      ["one", "two"].map((uid) => createDashboard(a.editor, { document: documentOf(uid) })),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.flatMap((result) => (result.status === "rejected" ? [result.reason.code] : []))).toEqual([
      "QUOTA_EXCEEDED",
    ]);
  });

  it("counts panels, those in collapsed rows too", async () => {
    const a = await createTestTenant();
    await setQuota(a, "panelsPerDashboard", 2);
    const panels = [{ type: "row", panels: [{}, {}] }];
    await expect(
      createDashboard(a.editor, { document: documentOf("web", { panels }) }),
    ).rejects.toMatchObject({ code: "QUOTA_EXCEEDED" });
  });
});

describe("who may what", () => {
  it("refuses viewers and finds nothing of another tenant", async () => {
    const [a, b] = [await createTestTenant("A"), await createTestTenant("B")];
    const document = documentOf("web");
    await createDashboard(a.editor, { document });
    const save = { document, version: 1 };
    const writes = [
      () => createDashboard(a.viewer, { document }),
      () => saveDashboard(a.viewer, "web", save),
      () => deleteDashboard(a.viewer, "web"),
      () => restoreVersion(a.viewer, "web", 1),
      () => importDashboard(a.viewer, { document }),
    ];
    for (const write of writes) await expect(write()).rejects.toMatchObject({ code: "FORBIDDEN" });
    const foreign = [
      () => getDashboard(b.admin, "web"),
      () => saveDashboard(b.admin, "web", save),
      () => deleteDashboard(b.admin, "web"),
      () => listVersions(b.admin, "web"),
      () => getVersion(b.admin, "web", 1),
      () => restoreVersion(b.admin, "web", 1),
      () => starDashboard(b.admin, "web", true),
      () => exportDashboard(b.admin, "web", "json"),
    ];
    for (const call of foreign) await expect(call()).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await getDashboard(a.viewer, "web")).toMatchObject({ version: 1, document });
  });

  it("lets two tenants use the same uid", async () => {
    const [a, b] = [await createTestTenant("A"), await createTestTenant("B")];
    await createDashboard(a.editor, { document: documentOf("web", { of: "a" }) });
    await createDashboard(b.editor, { document: documentOf("web", { of: "b" }) });
    expect((await getDashboard(a.viewer, "web")).document.of).toBe("a");
  });
});

describe("listing", () => {
  it("filters by text, tag and star, and pages through", async () => {
    const a = await createTestTenant();
    for (const [uid, tags] of [
      ["a1", ["x"]],
      ["b2", ["x", "y"]],
      ["c3", []],
    ] as const) {
      await createDashboard(a.editor, { document: documentOf(uid, { tags: [...tags] }) });
    }
    await starDashboard(a.viewer, "c3", true);
    await starDashboard(a.viewer, "c3", true);
    const uids = async (filter: object) =>
      (await listDashboards(a.viewer, filter)).items.map(({ uid }) => uid);
    expect(await uids({ query: "OF B2" })).toEqual(["b2"]);
    expect(await uids({ tag: ["x", "y"] })).toEqual(["b2"]);
    expect(await uids({ starred: true })).toEqual(["c3"]);
    expect((await listDashboards(a.editor, { starred: true })).items).toEqual([]);
    const first = await listDashboards(a.viewer, { limit: 2 });
    const rest = await listDashboards(a.viewer, { limit: 2, cursor: first.nextCursor ?? "" });
    expect([...first.items, ...rest.items].map(({ uid }) => uid)).toEqual(["a1", "b2", "c3"]);
    expect(rest.nextCursor).toBeNull();
    await expect(listDashboards(a.viewer, { cursor: "nonsense" })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    await starDashboard(a.viewer, "c3", false);
    expect(await uids({ starred: true })).toEqual([]);
  });

  it("takes the wildcards of LIKE as text", async () => {
    const a = await createTestTenant();
    await createDashboard(a.editor, { document: documentOf("web", { title: "100% of_it" }) });
    await createDashboard(a.editor, { document: documentOf("api", { title: "Other" }) });
    expect((await listDashboards(a.viewer, { query: "%" })).items.map(({ uid }) => uid)).toEqual(["web"]);
  });
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
});
