import { recordAudit } from "@/lib/server/audit/record-audit";
import { withPlatform } from "@/lib/server/db";
import type { MyTenant } from "@/lib/shared/tenants/tenant";
import { assertPlatformAdmin, auditContext, noTenant, type PlatformContext } from "./platform-context";

/** Makes a platform administrator admin of a tenant: the one way to its content, and its audit log says so. */
export async function enterTenant(ctx: PlatformContext, slug: string): Promise<MyTenant> {
  assertPlatformAdmin(ctx);
  return withPlatform(async (tx) => {
    const tenant = await tx.tenant.findUnique({ where: { slug } });
    if (!tenant) throw noTenant(slug);
    const key = { tenantId: tenant.id, userId: ctx.user.id };
    await tx.membership.upsert({
      where: { tenantId_userId: key },
      create: { ...key, role: "admin" },
      update: { role: "admin" },
    });
    await recordAudit(tx, auditContext(ctx, tenant), {
      action: "tenant.enter",
      subject: { type: "tenant", id: slug },
    });
    return { slug, name: tenant.name, role: "admin", suspended: tenant.suspendedAt !== null };
  });
}
