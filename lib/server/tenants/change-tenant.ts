import { recordAudit } from "@/lib/server/audit/record-audit";
import { withPlatform } from "@/lib/server/db";
import type { JsonObject } from "@/lib/shared/json";
import { ChangedTenant } from "@/lib/shared/tenants/tenant";
import { assertPlatformAdmin, auditContext, noTenant, type PlatformContext } from "./platform-context";

/** Renames, suspends or resumes a tenant. Of a suspended one nothing can be read or changed, and nothing is lost. */
export async function changeTenant(
  ctx: PlatformContext,
  slug: string,
  input: unknown,
): Promise<{ slug: string; name: string; suspended: boolean }> {
  assertPlatformAdmin(ctx);
  const { name, suspended } = ChangedTenant.parse(input);
  return withPlatform(async (tx) => {
    const current = await tx.tenant.findUnique({ where: { slug }, select: { id: true, suspendedAt: true } });
    if (!current) throw noTenant(slug);
    const suspendedAt =
      suspended === undefined ? undefined : suspended ? (current.suspendedAt ?? new Date()) : null;
    const tenant = await tx.tenant.update({ where: { slug }, data: { name, suspendedAt } });
    const action = suspended === undefined ? "tenant.change" : suspended ? "tenant.suspend" : "tenant.resume";
    const details: JsonObject = name === undefined ? {} : { name };
    await recordAudit(tx, auditContext(ctx, current), {
      action,
      subject: { type: "tenant", id: slug },
      details,
    });
    return { slug, name: tenant.name, suspended: tenant.suspendedAt !== null };
  });
}
