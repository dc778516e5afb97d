import { noDashboard } from "@/lib/server/dashboards/get-dashboard-text";
import { withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { type ChangedCount, StarredDashboards } from "@/lib/shared/dashboards/library";
import { AppError } from "@/lib/shared/errors";

/** Sets or takes away the person's own stars. */
export async function starDashboards(ctx: TenantContext, input: unknown): Promise<ChangedCount> {
  assertCan(ctx, "dashboard:star");
  if (ctx.actor.kind !== "user")
    throw new AppError("FORBIDDEN", "Stars belong to people; an API token has none.");
  const { uids, starred } = StarredDashboards.parse(input);
  const { tenant, actor } = ctx;
  return withTenant(ctx, async (tx) => {
    const rows = await tx.dashboard.findMany({
      where: { tenantId: tenant.id, uid: { in: uids } },
      select: { id: true, uid: true },
    });
    const missing = uids.find((uid) => !rows.some((row) => row.uid === uid));
    if (missing !== undefined) throw noDashboard(missing);
    const stars = rows.map(({ id }) => ({ tenantId: tenant.id, userId: actor.id, dashboardId: id }));
    const { count } = starred
      ? await tx.star.createMany({ data: stars, skipDuplicates: true })
      : await tx.star.deleteMany({
          where: { tenantId: tenant.id, userId: actor.id, dashboardId: { in: rows.map(({ id }) => id) } },
        });
    return { changed: count };
  });
}
