import { recordAudit } from "@/lib/server/audit/record-audit";
import { withPlatform } from "@/lib/server/db";
import { AppError } from "@/lib/shared/errors";
import { type MyTenant, NewTenant } from "@/lib/shared/tenants/tenant";
import { assertPlatformAdmin, auditContext, type PlatformContext } from "./platform-context";

/** Makes a tenant, with the person who made it as its first admin. */
export async function createTenant(ctx: PlatformContext, input: unknown): Promise<MyTenant> {
  assertPlatformAdmin(ctx);
  const { slug, name } = NewTenant.parse(input);
  return withPlatform(async (tx) => {
    if (await tx.tenant.findUnique({ where: { slug }, select: { id: true } })) {
      throw new AppError("CONFLICT", `The short name "${slug}" is taken. Choose another.`, { field: "slug" });
    }
    const tenant = await tx.tenant.create({ data: { slug, name }, select: { id: true } });
    await tx.membership.create({ data: { tenantId: tenant.id, userId: ctx.user.id, role: "admin" } });
    const subject = { type: "tenant", id: slug };
    await recordAudit(tx, auditContext(ctx, tenant), { action: "tenant.create", subject, details: { name } });
    return { slug, name, role: "admin", suspended: false };
  });
}
