import { recordAudit } from "@/lib/server/audit/record-audit";
import { withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { lockDashboard } from "./save-dashboard";

/** Deletes a dashboard with its versions and stars. What was published of it stays in Grafana. */
export async function deleteDashboard(ctx: TenantContext, uid: string): Promise<void> {
  assertCan(ctx, "dashboard:delete");
  await withTenant(ctx.tenant.id, async (tx) => {
    const { id, version } = await lockDashboard(tx, ctx, uid);
    const { title } = await tx.dashboard.delete({
      where: { tenantId_id: { tenantId: ctx.tenant.id, id } },
      select: { title: true },
    });
    await recordAudit(tx, ctx, {
      action: "dashboard.delete",
      subject: { type: "dashboard", id: uid },
      details: { title, version },
    });
  });
}
