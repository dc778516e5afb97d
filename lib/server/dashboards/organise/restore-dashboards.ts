import { recordAudit } from "@/lib/server/audit/record-audit";
import { assertUidFree } from "@/lib/server/dashboards/create-dashboard";
import { type Tx, withTrash } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { assertWithinQuota } from "@/lib/server/tenants/quota";
import { type ChangedCount, ChosenDashboards } from "@/lib/shared/dashboards/library";
import { getTrashed } from "./find-trashed";

/** Takes all of them out of the trash, or none; a folder that lies there too comes back with them. */
export async function restoreDashboards(ctx: TenantContext, input: unknown): Promise<ChangedCount> {
  assertCan(ctx, "dashboard:delete");
  const uids = [...new Set(ChosenDashboards.parse(input).uids)];
  return withTrash(ctx, async (tx) => {
    await assertWithinQuota(tx, ctx, "dashboards", uids.length);
    for (const uid of uids) await restore(tx, ctx, uid);
    return { changed: uids.length };
  });
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
