import { withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import type { DashboardVersion } from "@/lib/shared/dashboards/dashboard";
import { noDashboard } from "./get-dashboard-text";
import { toVersion, versionFields } from "./version-dto";

/** All versions that are kept, newest first. */
export async function listVersions(
  ctx: TenantContext,
  uid: string,
): Promise<{ items: DashboardVersion[]; nextCursor: null }> {
  assertCan(ctx, "dashboard:read");
  const dashboard = await withTenant(ctx, (tx) =>
    tx.dashboard.findFirst({
      where: { tenantId: ctx.tenant.id, uid },
      select: { versions: { orderBy: { version: "desc" }, select: versionFields } },
    }),
  );
  if (!dashboard) throw noDashboard(uid);
  return { items: dashboard.versions.map(toVersion), nextCursor: null };
}
