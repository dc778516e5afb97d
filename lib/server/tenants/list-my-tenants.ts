import { withUser } from "@/lib/server/db";
import type { MyTenant } from "@/lib/shared/tenants/tenant";

/** The tenants a person is a member of, by name. */
export async function listMyTenants(userId: string): Promise<MyTenant[]> {
  const memberships = await withUser(userId, (tx) =>
    tx.membership.findMany({
      where: { userId },
      orderBy: { tenant: { name: "asc" } },
      select: { role: true, tenant: { select: { slug: true, name: true, suspendedAt: true } } },
    }),
  );
  return memberships.map(({ role, tenant }) => ({
    slug: tenant.slug,
    name: tenant.name,
    role,
    suspended: tenant.suspendedAt !== null,
  }));
}
