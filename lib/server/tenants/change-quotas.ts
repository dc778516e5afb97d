import { recordAudit } from "@/lib/server/audit/record-audit";
import { withPlatform } from "@/lib/server/db";
import { QuotaKeySchema, QuotaLimits } from "@/lib/shared/tenants/quotas";
import { assertPlatformAdmin, auditContext, noTenant, type PlatformContext } from "./platform-context";

/** Sets limits; null goes back to the default. What is above a new limit already stays. */
export async function changeQuotas(ctx: PlatformContext, slug: string, input: unknown): Promise<void> {
  assertPlatformAdmin(ctx);
  const limits = QuotaLimits.parse(input);
  await withPlatform(async (tx) => {
    const tenant = await tx.tenant.findUnique({ where: { slug }, select: { id: true } });
    if (!tenant) throw noTenant(slug);
    for (const key of QuotaKeySchema.options) {
      const limit = limits[key];
      if (limit === undefined) continue;
      const row = { tenantId: tenant.id, key };
      if (limit === null) await tx.quota.deleteMany({ where: row });
      else {
        await tx.quota.upsert({ where: { tenantId_key: row }, create: { ...row, limit }, update: { limit } });
      }
    }
    const subject = { type: "tenant", id: slug };
    await recordAudit(tx, auditContext(ctx, tenant), { action: "quota.change", subject, details: limits });
  });
}
