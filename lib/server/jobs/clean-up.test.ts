import { describe, expect, it } from "vitest";
import { createAnnotation } from "@/lib/server/dashboards/annotations/create-annotation";
import { listAnnotations } from "@/lib/server/dashboards/annotations/list-annotations";
import { createDashboard } from "@/lib/server/dashboards/create-dashboard";
import { createFolder } from "@/lib/server/dashboards/create-folder";
import { deleteFolder } from "@/lib/server/dashboards/delete-folder";
import { listVersions } from "@/lib/server/dashboards/list-versions";
import { saveDashboard } from "@/lib/server/dashboards/save-dashboard";
import { withTenant, withTrash } from "@/lib/server/db";
import { createTestTenant, type TestTenant } from "@/lib/server/testing/create-test-tenant";
import { trashDays } from "@/lib/shared/dashboards/library-limits";
import { cleanUp } from "./clean-up";
import { cleanUpTenant } from "./clean-up-tenant";

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

async function inTrash(a: TestTenant, title: string, days: number): Promise<void> {
  await createFolder(a.editor, { uid: `f-${title}`, title });
  await createDashboard(a.editor, { document: { uid: title, title }, folderUid: `f-${title}` });
  await deleteFolder(a.editor, `f-${title}`, { contents: "trash" });
  await withTrash(a.admin, async (tx) => {
    await tx.dashboard.updateMany({ where: { uid: title }, data: { deletedAt: daysAgo(days) } });
    await tx.folder.updateMany({ where: { uid: `f-${title}` }, data: { deletedAt: daysAgo(days) } });
  });
}

const everything = (a: TestTenant) =>
  withTrash(a.admin, async (tx) => ({
    dashboards: (await tx.dashboard.findMany({ orderBy: { uid: "asc" } })).map(({ uid }) => uid),
    folders: (await tx.folder.findMany()).map(({ title }) => title),
  }));

describe("cleaning up", () => {
  it("removes from every tenant's trash what lay there for too long, though nobody looks", async () => {
    const [a, b] = [await createTestTenant(), await createTestTenant()];
    for (const tenant of [a, b]) {
      await inTrash(tenant, "old", trashDays + 1);
      await inTrash(tenant, "young", trashDays - 1);
      await createDashboard(tenant.editor, { document: { uid: "live", title: "Live" } });
    }
    await Promise.all([cleanUp(), cleanUp()]);
    for (const tenant of [a, b]) {
      expect(await everything(tenant)).toEqual({ dashboards: ["live", "young"], folders: ["young"] });
    }
  });

  it("leaves a tenant to the replica that is at it", async () => {
    const a = await createTestTenant();
    await inTrash(a, "old", trashDays + 1);
    await withTenant(a.tenant.id, async (tx) => {
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(7203115, hashtext(${a.tenant.id}))::text`;
      expect(await cleanUpTenant(a.tenant.id)).toBe(false);
    });
    expect((await everything(a)).dashboards).toEqual(["old"]);
    expect(await cleanUpTenant(a.tenant.id)).toBe(true);
    expect((await everything(a)).dashboards).toEqual([]);
  });

  it("lets versions go that a lowered quota keeps no longer, never the newest", async () => {
    const a = await createTestTenant();
    for (const uid of ["many", "few"]) await createDashboard(a.editor, { document: { uid, title: uid } });
    for (let version = 1; version < 6; version++) {
      await saveDashboard(a.editor, "many", { document: { uid: "many", title: `many ${version}` }, version });
    }
    await withTenant(a.tenant.id, (tx) =>
      tx.quota.create({ data: { tenantId: a.tenant.id, key: "versionsKept", limit: 2 } }),
    );
    await cleanUpTenant(a.tenant.id);
    const versions = async (uid: string) =>
      (await listVersions(a.viewer, uid)).items.map(({ version }) => version);
    expect(await versions("many")).toEqual([6, 5]);
    expect(await versions("few")).toEqual([1]);
  });

  it("lets annotations go that a lowered quota keeps no longer", async () => {
    const a = await createTestTenant();
    for (const fromMs of [2, 1]) await createAnnotation(a.editor, { fromMs, text: `at ${fromMs}` });
    await withTenant(a.tenant.id, (tx) =>
      tx.quota.create({ data: { tenantId: a.tenant.id, key: "annotationsKept", limit: 1 } }),
    );
    await cleanUpTenant(a.tenant.id);
    const { items } = await listAnnotations(a.viewer, {});
    expect(items.map(({ text }) => text)).toEqual(["at 2"]);
  });
});
