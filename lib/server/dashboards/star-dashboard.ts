import { withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { AppError } from "@/lib/shared/errors";
import { noDashboard } from "./get-dashboard";

/** Sets or takes away the person's own star; setting it twice is no error. */
export async function starDashboard(
  ctx: TenantContext,
  uid: string,
  starred: boolean,
): Promise<{ starred: boolean }> {
  assertCan(ctx, "dashboard:star");
  if (ctx.actor.kind !== "user")
    throw new AppError("FORBIDDEN", "Stars belong to people; an API token has none.");
  const userId = ctx.actor.id;
  const tenantId = ctx.tenant.id;
  await withTenant(tenantId, async (tx) => {
    const dashboard = await tx.dashboard.findFirst({ where: { tenantId, uid }, select: { id: true } });
    if (!dashboard) throw noDashboard(uid);
    const star = { tenantId, userId, dashboardId: dashboard.id };
    if (starred) await tx.star.createMany({ data: [star], skipDuplicates: true });
    else await tx.star.deleteMany({ where: star });
  });
  return { starred };
}
