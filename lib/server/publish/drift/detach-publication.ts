import { recordAudit } from "@/lib/server/audit/record-audit";
import { withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { AppError } from "@/lib/shared/errors";
import { PublicationKey } from "@/lib/shared/publish/publication";

/** Leaves the dashboard in Grafana to those who edit it there: no drift is looked for, the next plan shows a conflict. */
export async function detachPublication(ctx: TenantContext, input: unknown): Promise<void> {
  assertCan(ctx, "publish:apply");
  const { target: targetId, dashboard } = PublicationKey.parse(input);
  const tenantId = ctx.tenant.id;
  await withTenant(ctx, async (tx) => {
    const where = { tenantId, targetId, dashboardUid: dashboard, detachedAt: null };
    const { count } = await tx.publication.updateMany({ where, data: { detachedAt: new Date() } });
    if (count === 0) throw new AppError("NOT_FOUND", "This dashboard was not published to that target.");
    const subject = { type: "dashboard", id: dashboard };
    await recordAudit(tx, ctx, { action: "dashboard.detach", subject, details: { target: targetId } });
  });
}
