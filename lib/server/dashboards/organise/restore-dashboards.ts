import { recordAudit, recordAudits } from "@/lib/server/audit/record-audit";
import { assertOpenTo } from "@/lib/server/dashboards/assert-open-to";
import { bulkTimeoutMs } from "@/lib/server/dashboards/bulk/read-dashboards";
import { assertUidsFree } from "@/lib/server/dashboards/create-dashboard";
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
      await restoreAll(tx, ctx, uids);
      return { changed: uids.length + folders.length };
    },
    bulkTimeoutMs,
  );
}

async function restoreAll(tx: Tx, ctx: TenantContext, uids: readonly string[]): Promise<void> {
  const rows = await getTrashed(tx, ctx, uids);
  for (const folderId of new Set(rows.map((row) => row.folderId))) await restoreFolders(tx, ctx, folderId);
  await assertUidsFree(tx, ctx, uids);
  await tx.dashboard.updateMany({
    where: { tenantId: ctx.tenant.id, id: { in: rows.map(({ id }) => id) } },
    data: { deletedAt: null, deletedByName: null },
  });
  await recordAudits(
    tx,
    ctx,
    rows.map(({ uid, title }) => ({
      action: "dashboard.untrash",
      subject: { type: "dashboard", id: uid },
      details: { title },
    })),
  );
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
