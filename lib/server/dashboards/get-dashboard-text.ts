import { withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import type { DashboardSummary } from "@/lib/shared/dashboards/dashboard";
import { AppError } from "@/lib/shared/errors";
import { summaryFields, toSummary } from "./dashboard-dto";
import { storedText } from "./stored-text";

export function noDashboard(uid: string): AppError {
  return new AppError("NOT_FOUND", `There is no dashboard "${uid}" in this tenant.`);
}

/** A dashboard with its document as text. */
export interface SpeltDashboard extends DashboardSummary {
  /** As it is stored, letter by letter. */
  documentText: string;
}

export async function getDashboardText(ctx: TenantContext, uid: string): Promise<SpeltDashboard> {
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
