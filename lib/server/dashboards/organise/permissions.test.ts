import { beforeAll, describe, expect, it } from "vitest";
import { changeFolder } from "@/lib/server/dashboards/change-folder";
import { createDashboard } from "@/lib/server/dashboards/create-dashboard";
import { createFolder } from "@/lib/server/dashboards/create-folder";
import { deleteDashboard } from "@/lib/server/dashboards/delete-dashboard";
import { deleteFolder } from "@/lib/server/dashboards/delete-folder";
import { exportDashboard } from "@/lib/server/dashboards/export-dashboard";
import { getDashboard } from "@/lib/server/dashboards/get-dashboard";
import { getVersion } from "@/lib/server/dashboards/get-version";
import { importDashboard } from "@/lib/server/dashboards/import-dashboard";
import { listDashboards } from "@/lib/server/dashboards/list-dashboards";
import { listFolders } from "@/lib/server/dashboards/list-folders";
import { listVersions } from "@/lib/server/dashboards/list-versions";
import { restoreVersion } from "@/lib/server/dashboards/restore-version";
import { saveDashboard } from "@/lib/server/dashboards/save-dashboard";
import { starDashboard } from "@/lib/server/dashboards/star-dashboard";
import { withPlatform, withTenant } from "@/lib/server/db";
import { createTestTenant, type TestTenant } from "@/lib/server/testing/create-test-tenant";
import { duplicateDashboard } from "./duplicate-dashboard";
import { listTags } from "./list-tags";
import { listTrash } from "./list-trash";
import { moveDashboards } from "./move-dashboards";
import { purgeDashboards } from "./purge-dashboards";
import { recordView } from "./record-view";
import { restoreDashboards } from "./restore-dashboards";
import { tagDashboards } from "./tag-dashboards";
import { trashDashboards } from "./trash-dashboards";

const document = { uid: "pay", title: "Payroll", tags: ["secret-tag"] };
let a: TestTenant;

beforeAll(async () => {
  a = await createTestTenant();
  await createFolder(a.editor, { uid: "board", title: "Board" });
  await createFolder(a.editor, { uid: "sub", title: "Sub", parentUid: "board" });
  await createFolder(a.editor, { uid: "read", title: "Read only" });
  await createDashboard(a.editor, { document, folderUid: "sub" });
  await createDashboard(a.editor, { document: { uid: "slo", title: "SLO" }, folderUid: "read" });
  await createDashboard(a.editor, { document: { uid: "open", title: "Open" } });
  await changeFolder(a.admin, "board", { viewRole: "publisher" });
  await changeFolder(a.admin, "read", { editRole: "publisher" });
});

describe("a folder that is closed to a role", () => {
  it.each(["viewer", "editor"] as const)(
    "is not there for the %s, nor is anything below it",
    async (role) => {
      const ctx = a[role];
      expect((await listFolders(ctx)).items.map(({ uid }) => uid)).toEqual(["read"]);
      for (const filter of [
        {},
        { query: "payroll" },
        { within: "board" },
        { folder: "sub" },
        { tag: ["secret-tag"] },
      ]) {
        const uids = (await listDashboards(ctx, filter)).items.map(({ uid }) => uid);
        expect(uids).not.toContain("pay");
      }
      expect((await listTags(ctx)).items).toEqual([]);
      for (const read of [
        () => getDashboard(ctx, "pay"),
        () => listVersions(ctx, "pay"),
        () => getVersion(ctx, "pay", 1),
        () => exportDashboard(ctx, "pay", "json"),
        () => starDashboard(ctx, "pay", true),
      ]) {
        await expect(read()).rejects.toMatchObject({ code: "NOT_FOUND" });
      }
      await recordView(ctx, "pay");
      expect((await listDashboards(ctx, { seen: true })).items).toEqual([]);
    },
  );

  it("cannot be written by who does not see it", async () => {
    for (const write of [
      () => saveDashboard(a.editor, "pay", { document, version: 1 }),
      () => restoreVersion(a.editor, "pay", 1),
      () => deleteDashboard(a.editor, "pay"),
      () => trashDashboards(a.editor, { uids: ["pay"] }),
      () => tagDashboards(a.editor, { changes: [{ uid: "pay", add: ["x"] }] }),
      () => moveDashboards(a.editor, { moves: [{ uid: "pay", folderUid: null }] }),
      () => moveDashboards(a.editor, { moves: [{ uid: "open", folderUid: "sub" }] }),
      () => duplicateDashboard(a.editor, "pay", {}),
      () => createDashboard(a.editor, { document: { title: "x" }, folderUid: "sub" }),
      () => createFolder(a.editor, { title: "x", parentUid: "board" }),
      () => changeFolder(a.editor, "board", { title: "x" }),
      () => deleteFolder(a.editor, "board", { contents: "trash" }),
    ]) {
      await expect(write()).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    const taken = importDashboard(a.editor, { document, overwrite: true });
    await expect(taken).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await getDashboard(a.publisher, "pay")).toMatchObject({
      version: 1,
      folderUid: "sub",
      seenFrom: "publisher",
    });
  });

  it("counts towards the quota all the same", async () => {
    const limit = { tenantId: a.tenant.id, key: "dashboards", limit: 3 };
    await withPlatform((tx) => tx.quota.create({ data: limit }));
    const more = createDashboard(a.editor, { document: { title: "One more" } });
    await expect(more).rejects.toMatchObject({ code: "QUOTA_EXCEEDED" });
    await withPlatform((tx) => tx.quota.deleteMany({ where: { tenantId: a.tenant.id } }));
  });

  it("is hidden by Postgres itself, whatever a query asks for", async () => {
    const seen = await withTenant(a.editor, (tx) => tx.dashboard.findMany({ select: { uid: true } }));
    expect(seen.map(({ uid }) => uid).sort()).toEqual(["open", "slo"]);
    const all = await withTenant(a.tenant.id, (tx) => tx.dashboard.findMany({ select: { uid: true } }));
    expect(all).toHaveLength(3);
  });
});

describe("a folder whose contents a role may not change", () => {
  it("is read by all and written by those named", async () => {
    expect(await getDashboard(a.viewer, "slo")).toMatchObject({
      editedFrom: "publisher",
      seenFrom: "viewer",
    });
    const slo = { uid: "slo", title: "SLO" };
    for (const write of [
      () => saveDashboard(a.editor, "slo", { document: slo, version: 1 }),
      () => deleteDashboard(a.editor, "slo"),
      () => tagDashboards(a.editor, { changes: [{ uid: "slo", add: ["x"] }] }),
      () => moveDashboards(a.editor, { moves: [{ uid: "slo", folderUid: null }] }),
      () => moveDashboards(a.editor, { moves: [{ uid: "open", folderUid: "read" }] }),
      () => importDashboard(a.editor, { document: { ...slo, n: 1 }, overwrite: true }),
      () => deleteFolder(a.editor, "read", { contents: "trash" }),
      () => changeFolder(a.editor, "read", { title: "x" }),
    ]) {
      await expect(write()).rejects.toMatchObject({ code: "FORBIDDEN", details: { needs: "publisher" } });
    }
    await starDashboard(a.editor, "slo", true);
    expect(await saveDashboard(a.publisher, "slo", { document: slo, version: 1 })).toMatchObject({
      version: 2,
    });
    await duplicateDashboard(a.editor, "slo", { folderUid: null });
  });

  it("stays closed in the trash", async () => {
    await trashDashboards(a.publisher, { uids: ["slo", "pay"] });
    expect((await listTrash(a.editor)).items.map(({ uid }) => uid)).toEqual(["slo"]);
    await expect(restoreDashboards(a.editor, { uids: ["slo"] })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(purgeDashboards(a.editor, { uids: ["pay"] })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await restoreDashboards(a.publisher, { uids: ["slo", "pay"] });
    expect(await getDashboard(a.publisher, "pay")).toMatchObject({ folderUid: "sub" });
  });
});

describe("who narrows", () => {
  it("is the admin, and what lies deeper is never wider", async () => {
    await expect(changeFolder(a.publisher, "board", { viewRole: null })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const sub = await changeFolder(a.admin, "sub", { viewRole: "viewer", editRole: "editor" });
    expect(sub).toMatchObject({ seenFrom: "publisher", editedFrom: "publisher" });
    await changeFolder(a.admin, "board", { viewRole: "admin" });
    await expect(getDashboard(a.publisher, "pay")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await changeFolder(a.admin, "board", { viewRole: null });
    expect(await getDashboard(a.viewer, "pay")).toMatchObject({ seenFrom: "viewer", editedFrom: "editor" });
  });

  it("keeps an editor from deleting a folder with something unseen in it", async () => {
    await createFolder(a.editor, { uid: "outer", title: "Outer" });
    await createFolder(a.editor, { uid: "inner", title: "Inner", parentUid: "outer" });
    await changeFolder(a.admin, "inner", { viewRole: "admin" });
    const gone = deleteFolder(a.editor, "outer", { contents: "trash" });
    await expect(gone).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(deleteFolder(a.editor, "outer")).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
