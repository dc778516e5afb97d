import { recordAudit } from "@/lib/server/audit/record-audit";
import { withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { loadTarget } from "./load-target";

/** Forgets the target with its plans and history. What was published stays in Grafana. */
export async function deleteTarget(ctx: TenantContext, id: string): Promise<void> {
  assertCan(ctx, "grafana-target:write");
  const tenantId = ctx.tenant.id;
  await withTenant(ctx, async (tx) => {
    const { name, url } = await loadTarget(tx, ctx, id);
    await tx.grafanaTarget.delete({ where: { tenantId_id: { tenantId, id } } });
    const subject = { type: "grafana-target", id };
    await recordAudit(tx, ctx, { action: "grafana-target.delete", subject, details: { name, url } });
  });
}
