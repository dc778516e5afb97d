import { recordAudit } from "@/lib/server/audit/record-audit";
import { bulkTimeoutMs } from "@/lib/server/dashboards/bulk/read-dashboards";
import { withTrash } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { type ChangedCount, ChosenDashboards } from "@/lib/shared/dashboards/library";
import { getTrashed } from "./find-trashed";

/** Deletes what lies in the trash for good, with all its versions. */
export async function purgeDashboards(ctx: TenantContext, input: unknown): Promise<ChangedCount> {
  assertCan(ctx, "dashboard:delete");
  const uids = [...new Set(ChosenDashboards.parse(input).uids)];
  return withTrash(
    ctx,
    async (tx) => {
      for (const uid of uids) {
        const { id, title } = await getTrashed(tx, ctx, uid);
        await tx.dashboard.delete({
          where: { tenantId_id: { tenantId: ctx.tenant.id, id } },
          select: { id: true },
        });
        await recordAudit(tx, ctx, {
          action: "dashboard.purge",
          subject: { type: "dashboard", id: uid },
          details: { title },
        });
      }
      return { changed: uids.length };
    },
    bulkTimeoutMs,
  );
}
