import { describe, expect, it } from "vitest";
import { changeFolder } from "@/lib/server/dashboards/change-folder";
import { createDashboard } from "@/lib/server/dashboards/create-dashboard";
import { createFolder } from "@/lib/server/dashboards/create-folder";
import { deleteFolder } from "@/lib/server/dashboards/delete-folder";
import { getDashboard } from "@/lib/server/dashboards/get-dashboard";
import { listDashboards } from "@/lib/server/dashboards/list-dashboards";
import { listFolders } from "@/lib/server/dashboards/list-folders";
import { listVersions } from "@/lib/server/dashboards/list-versions";
import { starDashboard } from "@/lib/server/dashboards/star-dashboard";
import { withPlatform, withTrash } from "@/lib/server/db";
import { createTestTenant } from "@/lib/server/testing/create-test-tenant";
import { listTrash } from "./list-trash";
import { purgeDashboards } from "./purge-dashboards";
import { restoreDashboards } from "./restore-dashboards";
import { trashDashboards } from "./trash-dashboards";

const web = { uid: "web", title: "Web" };

describe("the trash", () => {
  it("gives back what it was given, versions and stars included", async () => {
    const a = await createTestTenant();
    await createDashboard(a.editor, { document: web, message: "first" });
    await starDashboard(a.editor, "web", true);
    await trashDashboards(a.editor, { uids: ["web"] });
    await expect(getDashboard(a.viewer, "web")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(listVersions(a.viewer, "web")).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listDashboards(a.viewer, { query: "web" })).items).toEqual([]);
    expect((await listTrash(a.editor)).items).toMatchObject([
      { uid: "web", title: "Web", deletedBy: a.editor.actor.name },
    ]);
    expect(await restoreDashboards(a.editor, { uids: ["web"] })).toEqual({ changed: 1 });
    expect(await getDashboard(a.editor, "web")).toMatchObject({ version: 1, starred: true });
    expect((await listVersions(a.viewer, "web")).items).toMatchObject([{ message: "first" }]);
    expect((await listTrash(a.editor)).items).toEqual([]);
  });

  it("stands in nobody's way, and says so when somebody stands in its", async () => {
    const a = await createTestTenant();
    await createDashboard(a.editor, { document: web });
    await trashDashboards(a.editor, { uids: ["web"] });
    await createDashboard(a.editor, { document: web });
    await expect(restoreDashboards(a.editor, { uids: ["web"] })).rejects.toMatchObject({
      code: "CONFLICT",
      details: { reason: "uid-taken" },
    });
    await trashDashboards(a.editor, { uids: ["web"] });
    expect((await listTrash(a.editor)).items).toHaveLength(1);
    await restoreDashboards(a.editor, { uids: ["web"] });
    expect((await listTrash(a.editor)).items).toHaveLength(1);
  });

  it("takes all or none, in both directions", async () => {
    const a = await createTestTenant();
    await createDashboard(a.editor, { document: web });
    await expect(trashDashboards(a.editor, { uids: ["web", "none"] })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await getDashboard(a.viewer, "web")).toMatchObject({ title: "Web" });
    await expect(trashDashboards(a.viewer, { uids: ["web"] })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(listTrash(a.viewer)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("is not counted by the quota, which holds when things come back", async () => {
    const a = await createTestTenant();
    await withPlatform((tx) =>
      tx.quota.create({ data: { tenantId: a.tenant.id, key: "dashboards", limit: 1 } }),
    );
    await createDashboard(a.editor, { document: web });
    await trashDashboards(a.editor, { uids: ["web"] });
    await createDashboard(a.editor, { document: { title: "Other" } });
    await expect(restoreDashboards(a.editor, { uids: ["web"] })).rejects.toMatchObject({
      code: "QUOTA_EXCEEDED",
    });
  });

  it("lets go after thirty days, and at once when told to", async () => {
    const a = await createTestTenant();
    await createFolder(a.editor, { uid: "f", title: "F" });
    for (const uid of ["old", "new"]) {
      await createDashboard(a.editor, { document: { uid, title: uid }, folderUid: "f" });
    }
    await deleteFolder(a.editor, "f", { contents: "trash" });
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
    await withTrash(a.admin, async (tx) => {
      await tx.dashboard.updateMany({ where: { uid: "old" }, data: { deletedAt: daysAgo(31) } });
      await tx.dashboard.updateMany({ where: { uid: "new" }, data: { deletedAt: daysAgo(29) } });
      await tx.folder.updateMany({ where: { uid: "f" }, data: { deletedAt: daysAgo(31) } });
    });
    expect((await listTrash(a.editor)).items.map(({ uid }) => uid)).toEqual(["new"]);
    await purgeDashboards(a.editor, { uids: ["new"] });
    expect((await listTrash(a.editor)).items).toEqual([]);
    expect(await withTrash(a.admin, (tx) => tx.folder.count())).toBe(0);
  });
});

describe("deleting a folder with its contents", () => {
  it("puts all of it into the trash, and a dashboard brings its folders back, as closed as they were", async () => {
    const a = await createTestTenant();
    await createFolder(a.editor, { uid: "top", title: "Top" });
    await createFolder(a.editor, { uid: "sub", title: "Sub", parentUid: "top" });
    await createDashboard(a.editor, { document: web, folderUid: "sub" });
    await changeFolder(a.admin, "top", { viewRole: "editor" });
    expect(await deleteFolder(a.editor, "top", { contents: "trash" })).toEqual({
      folders: ["top", "sub"],
      dashboards: ["web"],
    });
    expect((await listFolders(a.editor)).items).toEqual([]);
    await createFolder(a.editor, { uid: "other", title: "Other" });
    await restoreDashboards(a.editor, { uids: ["web"] });
    expect(await getDashboard(a.editor, "web")).toMatchObject({ folderUid: "sub", seenFrom: "editor" });
    await expect(getDashboard(a.viewer, "web")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is undone whole: empty folders too", async () => {
    const a = await createTestTenant();
    await createFolder(a.editor, { uid: "top", title: "Top" });
    await createFolder(a.editor, { uid: "sub", title: "Sub", parentUid: "top" });
    const { folders } = await deleteFolder(a.editor, "top", { contents: "trash" });
    expect(await restoreDashboards(a.editor, { folders })).toEqual({ changed: 2 });
    expect((await listFolders(a.viewer)).items).toMatchObject([
      { uid: "sub", parentUid: "top" },
      { uid: "top", parentUid: null },
    ]);
    await expect(restoreDashboards(a.editor, { folders: ["none"] })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(restoreDashboards(a.editor, {})).rejects.toThrow("Name at least one");
  });
});
