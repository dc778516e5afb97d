import { describe, expect, it } from "vitest";
import { withPlatform, withTenant } from "@/lib/server/db";
import { atOnce } from "@/lib/server/testing/at-once";
import { createTestTenant, type TestTenant } from "@/lib/server/testing/create-test-tenant";
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
      documentText: JSON.stringify(document),
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
    expect(JSON.parse(made.documentText)).toEqual(document);
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
    const results = await atOnce(
      "dashboards",
      ["one", "two"].map((uid) => () => createDashboard(a.editor, { document: documentOf(uid) })),
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
    await createDashboard(a.editor, { document: documentOf("web") });
    // From an older version, too: comparing takes longer the more there is.
    for (const version of [1, 7])
      await expect(
        saveDashboard(a.editor, "web", { document: documentOf("web", { panels }), version }),
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
