import { recordAudit } from "@/lib/server/audit/record-audit";
import { lockDashboard } from "@/lib/server/dashboards/save-dashboard";
import type { Tx } from "@/lib/server/db";
import { authorOf } from "@/lib/server/tenants/author";
import type { TenantContext } from "@/lib/server/tenants/context";

/** For a transaction that sees the trash. What lies there keeps its versions and stars for thirty days. */
export async function putInTrash(tx: Tx, ctx: TenantContext, uid: string): Promise<void> {
  const { id, version } = await lockDashboard(tx, ctx, uid);
  const { title } = await tx.dashboard.update({
    where: { tenantId_id: { tenantId: ctx.tenant.id, id } },
    data: { deletedAt: new Date(), deletedByName: authorOf(ctx).name },
    select: { title: true },
  });
  await recordAudit(tx, ctx, {
    action: "dashboard.delete",
    subject: { type: "dashboard", id: uid },
    details: { title, version },
  });
}
