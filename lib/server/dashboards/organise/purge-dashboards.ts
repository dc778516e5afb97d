import { recordAudits } from "@/lib/server/audit/record-audit";
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
      const rows = await getTrashed(tx, ctx, uids);
      await tx.dashboard.deleteMany({
        where: { tenantId: ctx.tenant.id, id: { in: rows.map(({ id }) => id) } },
      });
      await recordAudits(
        tx,
        ctx,
        rows.map(({ uid, title }) => ({
          action: "dashboard.purge",
          subject: { type: "dashboard", id: uid },
          details: { title },
        })),
      );
      return { changed: uids.length };
    },
    bulkTimeoutMs,
  );
}
