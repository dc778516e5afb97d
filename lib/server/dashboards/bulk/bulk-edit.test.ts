import { describe, expect, it } from "vitest";
import { changeFolder } from "@/lib/server/dashboards/change-folder";
import { createDashboard } from "@/lib/server/dashboards/create-dashboard";
import { createFolder } from "@/lib/server/dashboards/create-folder";
import { deleteDashboard } from "@/lib/server/dashboards/delete-dashboard";
import { exportDashboard } from "@/lib/server/dashboards/export-dashboard";
import { getDashboard } from "@/lib/server/dashboards/get-dashboard";
import { listDashboards } from "@/lib/server/dashboards/list-dashboards";
import { listVersions } from "@/lib/server/dashboards/list-versions";
import { saveDashboard } from "@/lib/server/dashboards/save-dashboard";
import { withPlatform, withTenant } from "@/lib/server/db";
import { atOnce } from "@/lib/server/testing/at-once";
import { createTestTenant, type TestTenant } from "@/lib/server/testing/create-test-tenant";
import type { JsonObject } from "@/lib/shared/json";
import { applyBulkEdit } from "./apply-bulk-edit";
import { listBulkEdits } from "./list-bulk-edits";
import { previewBulkEdit } from "./preview-bulk-edit";
import { undoBulkEdit } from "./undo-bulk-edit";

const rename = { kind: "renameMetric", from: "http_requests_total", to: "requests_total" };

const documentOf = (uid: string, expr = "rate(http_requests_total[5m])"): JsonObject => ({
  uid,
  title: `Title of ${uid}`,
  tags: ["kept"],
  panels: [{ id: 1, type: "stat", title: "One", targets: [{ refId: "A", expr }] }],
});

async function tenantWith(...uids: string[]): Promise<TestTenant> {
  const a = await createTestTenant();
  for (const uid of uids) await createDashboard(a.editor, { document: documentOf(uid) });
  return a;
}

async function apply(a: TestTenant, change: object, dashboards?: string[]) {
  const { changed } = await previewBulkEdit(a.editor, { change, dashboards });
  return applyBulkEdit(a.editor, {
    change,
    dashboards: changed.map(({ uid, version }) => ({ uid, version })),
  });
}

const exprOf = async (a: TestTenant, uid: string) => {
  const { document } = await getDashboard(a.viewer, uid);
  return JSON.stringify(document).match(/"expr":"(.*?)"/)?.[1];
};

describe("a bulk edit", () => {
  it("is looked at first, by dashboard and panel, and writes nothing then", async () => {
    const a = await tenantWith("one", "two");
    await createDashboard(a.editor, { document: documentOf("other", "up") });
    await createDashboard(a.editor, { document: documentOf("odd", "topk_max(3, http_requests_total)") });
    const preview = await previewBulkEdit(a.editor, { change: rename });
    expect(preview.changed.map(({ uid, version }) => [uid, version])).toEqual([
      ["one", 1],
      ["two", 1],
    ]);
    expect(preview.changed[0]?.diff.panels).toMatchObject([
      { name: "One", changes: [{ what: "query A", after: "rate(requests_total[5m])" }] },
    ]);
    expect(preview.noted).toMatchObject([{ uid: "odd", notes: [expect.stringContaining("cannot be read")] }]);
    expect(preview.unchanged).toBe(1);
    expect((await getDashboard(a.viewer, "one")).version).toBe(1);
  });

  it("finds what it is about among more dashboards than it may change at once", async () => {
    const many = await createTestTenant();
    await withTenant(
      many.tenant.id,
      (tx) => tx.$executeRaw`
        INSERT INTO dashboards (id, tenant_id, uid, title, document, created_by_name, updated_by_name, updated_at)
        SELECT gen_random_uuid(), ${many.tenant.id}::uuid, 'n-' || n, 'N', json_build_object('uid', 'n-' || n, 'title', 'N',
          'panels', json_build_array(json_build_object('id', 1, 'targets', json_build_array(json_build_object('expr',
            CASE WHEN n % 500 = 0 THEN 'sum(rare_total)' ELSE 'common_total' END))))), 'x', 'x', now()
        FROM generate_series(1, 1100) n`,
    );
    const rename = (from: string) =>
      previewBulkEdit(many.editor, { change: { kind: "renameMetric", from, to: "other_total" } });
    const { changed, unchanged } = await rename("rare_total");
    expect(changed.map(({ uid }) => uid).sort()).toEqual(["n-1000", "n-500"]);
    expect(unchanged).toBe(1_098);
    await expect(rename("common_total")).rejects.toMatchObject({
      code: "INVALID_INPUT",
      message: expect.stringContaining("more than 1000 dashboards"),
    });
  });

  it("makes a version of each, with author, audit and search, and touches nothing else", async () => {
    const a = await tenantWith("one", "two", "left");
    const edit = await apply(a, rename, ["one", "two"]);
    expect(edit).toMatchObject({ dashboards: 2, createdBy: a.editor.actor.name, undoneAt: null });
    expect((await getDashboard(a.viewer, "one")).document).toEqual(
      documentOf("one", "rate(requests_total[5m])"),
    );
    expect(await getDashboard(a.viewer, "left")).toMatchObject({ version: 1, document: documentOf("left") });
    expect((await listVersions(a.viewer, "two")).items).toMatchObject([
      {
        version: 2,
        message: "Rename the metric http_requests_total to requests_total",
        createdBy: a.editor.actor.name,
      },
      { version: 1 },
    ]);
    const found = await listDashboards(a.viewer, { query: "rate(requests_total" });
    expect(found.items.map(({ uid }) => uid).sort()).toEqual(["one", "two"]);
    const events = await withTenant(a.tenant.id, (tx) =>
      tx.auditEvent.findMany({ where: { action: { in: ["dashboard.save", "bulk-edit.apply"] } } }),
    );
    expect(events.map(({ subjectId }) => subjectId).sort()).toEqual([edit.id, "one", "two"].sort());
    expect((await listBulkEdits(a.editor)).items).toEqual([edit]);
  });

  it("keeps the spelling of what it does not change", async () => {
    const a = await createTestTenant();
    const text =
      '{"uid":"spelt","title":"S","a":1.0,"b":12345678901234567890,"panels":[{"id":1,"type":"stat","targets":[{"expr":"http_requests_total","x":1e2}]}]}';
    await createDashboard(a.editor, { document: JSON.parse(text) }, text);
    const { id } = await apply(a, rename);
    const spelt = async () =>
      String((await exportDashboard(a.viewer, "spelt", "json")).body).replace(/\s/g, "");
    expect(await spelt()).toBe(text.replace("http_requests_total", "requests_total"));
    await undoBulkEdit(a.editor, id);
    expect(await spelt()).toBe(text);
  });

  it("changes nothing at all when one was saved or deleted after the preview", async () => {
    const a = await tenantWith("one", "two");
    const dashboards = ["one", "two"].map((uid) => ({ uid, version: 1 }));
    await saveDashboard(a.editor, "two", { document: documentOf("two", "up"), version: 1 });
    await expect(applyBulkEdit(a.editor, { change: rename, dashboards })).rejects.toMatchObject({
      code: "CONFLICT",
      details: { reason: "stale-versions", dashboards: [{ uid: "two", version: 2 }] },
    });
    await deleteDashboard(a.editor, "two");
    await expect(applyBulkEdit(a.editor, { change: rename, dashboards })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await getDashboard(a.viewer, "one")).toMatchObject({ version: 1 });
    expect((await listBulkEdits(a.editor)).items).toEqual([]);
  });

  it("applied twice at the same time is applied once", async () => {
    const a = await tenantWith("one", "two", "three");
    const dashboards = ["one", "two", "three"].map((uid) => ({ uid, version: 1 }));
    const results = await atOnce(
      "dashboards",
      [1, 2].map(() => () => applyBulkEdit(a.editor, { change: rename, dashboards })),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await listVersions(a.viewer, "one")).items).toHaveLength(2);
  });
});

describe("undoing", () => {
  it("takes all of it back as new versions, once", async () => {
    const a = await tenantWith("one", "two");
    const { id } = await apply(a, rename);
    expect(await undoBulkEdit(a.editor, id)).toEqual({ undone: 2, merged: [], kept: [], missing: 0 });
    expect(await getDashboard(a.viewer, "one")).toMatchObject({ version: 3, document: documentOf("one") });
    await expect(undoBulkEdit(a.editor, id)).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await listBulkEdits(a.editor)).items[0]).toMatchObject({ undoneBy: a.editor.actor.name });
  });

  it("keeps what somebody saved afterwards: beside it where it can, else it names the dashboard", async () => {
    const a = await tenantWith("one", "two", "three", "gone");
    const { id } = await apply(a, rename);
    await deleteDashboard(a.editor, "gone");
    const renamed = documentOf("two", "rate(requests_total[5m])");
    await saveDashboard(a.editor, "two", { document: { ...renamed, refresh: "1m" }, version: 2 });
    const sum = documentOf("three", "sum(rate(requests_total[5m]))");
    await saveDashboard(a.editor, "three", { document: sum, version: 2 });
    expect(await undoBulkEdit(a.editor, id)).toMatchObject({
      undone: 1,
      merged: [{ uid: "two" }],
      missing: 1,
      kept: [{ uid: "three", reason: "Version 3 was saved afterwards and changes the same places." }],
    });
    expect((await getDashboard(a.viewer, "two")).document).toEqual({ ...documentOf("two"), refresh: "1m" });
    expect(await getDashboard(a.viewer, "three")).toMatchObject({ version: 3, document: sum });
  });

  it("says so when the version from before is kept no longer", async () => {
    const a = await tenantWith("one");
    const quota = { tenantId: a.tenant.id, key: "versionsKept", limit: 1 };
    await withPlatform((tx) => tx.quota.create({ data: quota }));
    const { id } = await apply(a, rename);
    expect((await undoBulkEdit(a.editor, id)).kept).toMatchObject([
      { uid: "one", reason: "Version 1, from before the change, is kept no longer." },
    ]);
    expect(await exprOf(a, "one")).toBe("rate(requests_total[5m])");
  });
});

describe("who may", () => {
  it("is closed to viewers, to other tenants, and where a folder is closed to the role", async () => {
    const a = await tenantWith("one");
    const b = await createTestTenant("B");
    const dashboards = [{ uid: "one", version: 1 }];
    const { id } = await apply(await tenantWith("own"), rename);
    for (const call of [
      () => previewBulkEdit(a.viewer, { change: rename }),
      () => applyBulkEdit(a.viewer, { change: rename, dashboards }),
      () => undoBulkEdit(a.viewer, id),
      () => listBulkEdits(a.viewer),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(applyBulkEdit(b.admin, { change: rename, dashboards })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(undoBulkEdit(b.admin, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await createFolder(a.admin, { uid: "closed", title: "Closed" });
    await changeFolder(a.admin, "closed", { editRole: "admin" });
    await createDashboard(a.admin, { document: documentOf("shut"), folderUid: "closed" });
    const mixed = [...dashboards, { uid: "shut", version: 1 }];
    await expect(applyBulkEdit(a.editor, { change: rename, dashboards: mixed })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect((await previewBulkEdit(a.editor, { change: rename })).changed.map(({ uid }) => uid)).toEqual([
      "one",
    ]);
    expect(await getDashboard(a.viewer, "one")).toMatchObject({ version: 1 });
  });
});
