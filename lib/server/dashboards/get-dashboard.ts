import { withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import type { Dashboard } from "@/lib/shared/dashboards/dashboard";
import { AppError } from "@/lib/shared/errors";
import { summaryFields, toDashboard } from "./dashboard-dto";

export function noDashboard(uid: string): AppError {
  return new AppError("NOT_FOUND", `There is no dashboard "${uid}" in this tenant.`);
}

export async function getDashboard(ctx: TenantContext, uid: string): Promise<Dashboard> {
  assertCan(ctx, "dashboard:read");
  const row = await withTenant(ctx, (tx) =>
    tx.dashboard.findFirst({
      where: { tenantId: ctx.tenant.id, uid },
      select: { document: true, ...summaryFields(ctx) },
    }),
  );
  if (!row) throw noDashboard(uid);
  return toDashboard(row);
}
