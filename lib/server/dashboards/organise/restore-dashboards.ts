import { recordAudit } from "@/lib/server/audit/record-audit";
import { assertOpenTo } from "@/lib/server/dashboards/assert-open-to";
import { bulkTimeoutMs } from "@/lib/server/dashboards/bulk/read-dashboards";
import { assertUidFree } from "@/lib/server/dashboards/create-dashboard";
import { noFolder } from "@/lib/server/dashboards/folder-dto";
import { type Tx, withTrash } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { assertWithinQuota } from "@/lib/server/tenants/quota";
import { type ChangedCount, RestoredThings } from "@/lib/shared/dashboards/library";
import { getTrashed } from "./find-trashed";

/** Takes all of them out of the trash, or none; a folder that lies there too comes back with them. */
export async function restoreDashboards(ctx: TenantContext, input: unknown): Promise<ChangedCount> {
  assertCan(ctx, "dashboard:delete");
  const { folders, ...parsed } = RestoredThings.parse(input);
  const uids = [...new Set(parsed.uids)];
  return withTrash(
    ctx,
    async (tx) => {
      await assertWithinQuota(tx, ctx, "dashboards", uids.length);
      for (const folder of folders) await restoreFolder(tx, ctx, folder);
      for (const uid of uids) await restore(tx, ctx, uid);
      return { changed: uids.length + folders.length };
    },
    bulkTimeoutMs,
  );
}

async function restore(tx: Tx, ctx: TenantContext, wanted: string): Promise<void> {
  const { id, uid, title, folderId } = await getTrashed(tx, ctx, wanted);
  await restoreFolders(tx, ctx, folderId);
  await assertUidFree(tx, ctx, uid);
  await tx.dashboard.update({
    where: { tenantId_id: { tenantId: ctx.tenant.id, id } },
    data: { deletedAt: null, deletedByName: null },
    select: { id: true },
  });
  await recordAudit(tx, ctx, {
    action: "dashboard.untrash",
    subject: { type: "dashboard", id: uid },
    details: { title },
  });
}

async function restoreFolder(tx: Tx, ctx: TenantContext, uid: string): Promise<void> {
  const folder = await tx.folder.findFirst({
    where: { tenantId: ctx.tenant.id, uid, deletedAt: { not: null } },
    orderBy: { deletedAt: "desc" },
    select: { id: true, title: true, editedFrom: true },
  });
  if (!folder) throw noFolder(uid);
  assertOpenTo(ctx, folder.editedFrom);
  await restoreFolders(tx, ctx, folder.id);
  await recordAudit(tx, ctx, {
    action: "folder.untrash",
    subject: { type: "folder", id: uid },
    details: { title: folder.title },
  });
}

/** The folder and those above it, as far as they lie in the trash: what was closed to a role stays closed. */
async function restoreFolders(tx: Tx, ctx: TenantContext, folderId: string | null): Promise<void> {
  for (let id = folderId; id !== null; ) {
    const key = { tenantId_id: { tenantId: ctx.tenant.id, id } };
    const folder: { parentId: string | null } | null = await tx.folder.update({
      where: key,
      data: { deletedAt: null },
      select: { parentId: true },
    });
    id = folder.parentId;
  }
}
