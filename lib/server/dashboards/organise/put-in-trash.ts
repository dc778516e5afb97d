import { recordAudits } from "@/lib/server/audit/record-audit";
import { lockDashboards } from "@/lib/server/dashboards/lock-dashboards";
import type { Tx } from "@/lib/server/db";
import { authorOf } from "@/lib/server/tenants/author";
import type { TenantContext } from "@/lib/server/tenants/context";

/** For a transaction that sees the trash. What lies there keeps its versions and stars for thirty days. */
export async function putInTrash(tx: Tx, ctx: TenantContext, uids: readonly string[]): Promise<void> {
  const rows = await lockDashboards(tx, ctx, uids);
  await tx.dashboard.updateMany({
    where: { tenantId: ctx.tenant.id, id: { in: rows.map(({ id }) => id) } },
    data: { deletedAt: new Date(), deletedByName: authorOf(ctx).name },
  });
  await recordAudits(
    tx,
    ctx,
    rows.map(({ uid, title, version }) => ({
      action: "dashboard.delete",
      subject: { type: "dashboard", id: uid },
      details: { title, version },
    })),
  );
}
