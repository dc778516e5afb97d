import { withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import type { DashboardSummary } from "@/lib/shared/dashboards/dashboard";
import { summaryFields, toSummary } from "./dashboard-dto";
import { noDashboard } from "./get-dashboard";
import { storedText } from "./stored-text";

/** A dashboard with its document as it is stored, letter by letter. */
export async function getDashboardText(
  ctx: TenantContext,
  uid: string,
): Promise<DashboardSummary & { documentText: string }> {
  assertCan(ctx, "dashboard:read");
  return withTenant(ctx, async (tx) => {
    const row = await tx.dashboard.findFirst({
      where: { tenantId: ctx.tenant.id, uid },
      select: { id: true, ...summaryFields(ctx) },
    });
    if (!row) throw noDashboard(uid);
    return { ...toSummary(row), documentText: await storedText(tx, ctx, row) };
  });
}
