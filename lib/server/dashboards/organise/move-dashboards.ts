import { recordAudit } from "@/lib/server/audit/record-audit";
import { getFolderId } from "@/lib/server/dashboards/find-folder";
import { lockDashboard } from "@/lib/server/dashboards/save-dashboard";
import { type Tx, withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { lockTenant } from "@/lib/server/tenants/quota";
import { type ChangedCount, MovedDashboards } from "@/lib/shared/dashboards/library";

/** Moves each into its folder, all or none. The documents stay as they are, so no version is made. */
export async function moveDashboards(ctx: TenantContext, input: unknown): Promise<ChangedCount> {
  assertCan(ctx, "dashboard:write");
  const { moves } = MovedDashboards.parse(input);
  return withTenant(ctx, async (tx) => {
    await lockTenant(tx, ctx);
    let changed = 0;
    for (const move of moves) if (await moveOne(tx, ctx, move)) changed++;
    return { changed };
  });
}

async function moveOne(
  tx: Tx,
  ctx: TenantContext,
  { uid, folderUid }: { uid: string; folderUid: string | null },
): Promise<boolean> {
  const folderId = await getFolderId(tx, ctx, folderUid);
  const { id, title, folder_id } = await lockDashboard(tx, ctx, uid);
  if (folder_id === folderId) return false;
  const key = { tenantId_id: { tenantId: ctx.tenant.id, id } };
  await tx.dashboard.update({ where: key, data: { folderId }, select: { id: true } });
  await recordAudit(tx, ctx, {
    action: "dashboard.move",
    subject: { type: "dashboard", id: uid },
    details: { title, folder: folderUid },
  });
  return true;
}
