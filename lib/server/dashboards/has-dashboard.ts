import { withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";

/** Whether the tenant has a dashboard of this uid that the person may see. */
export async function hasDashboard(ctx: TenantContext, uid: string): Promise<boolean> {
  assertCan(ctx, "dashboard:read");
  const found = await withTenant(ctx, (tx) =>
    tx.dashboard.count({ where: { tenantId: ctx.tenant.id, uid } }),
  );
  return found > 0;
}
