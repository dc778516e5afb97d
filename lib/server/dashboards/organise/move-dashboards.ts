import { recordAudits } from "@/lib/server/audit/record-audit";
import { getFolderId } from "@/lib/server/dashboards/find-folder";
import { lockDashboards } from "@/lib/server/dashboards/lock-dashboards";
import { withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { lockTenant } from "@/lib/server/tenants/quota";
import { type ChangedCount, MovedDashboards } from "@/lib/shared/dashboards/library";

/** Moves each into its folder, all or none. The documents stay as they are, so no version is made. */
export async function moveDashboards(ctx: TenantContext, input: unknown): Promise<ChangedCount> {
  assertCan(ctx, "dashboard:write");
  const { moves } = MovedDashboards.parse(input);
  const targets = new Map(moves.map(({ uid, folderUid }) => [uid, folderUid]));
  return withTenant(ctx, async (tx) => {
    await lockTenant(tx, ctx);
    const rows = await lockDashboards(tx, ctx, [...targets.keys()]);
    let changed = 0;
    for (const folderUid of new Set(targets.values())) {
      const folderId = await getFolderId(tx, ctx, folderUid);
      const moved = rows.filter(
        ({ uid, folder_id }) => targets.get(uid) === folderUid && folder_id !== folderId,
      );
      await tx.dashboard.updateMany({
        where: { tenantId: ctx.tenant.id, id: { in: moved.map(({ id }) => id) } },
        data: { folderId },
      });
      await recordAudits(
        tx,
        ctx,
        moved.map(({ uid, title }) => ({
          action: "dashboard.move",
          subject: { type: "dashboard", id: uid },
          details: { title, folder: folderUid },
        })),
      );
      changed += moved.length;
    }
    return { changed };
  });
}
