import { randomBytes } from "node:crypto";
import { withPlatform } from "@/lib/server/db";
import type { TenantContext } from "@/lib/server/tenants/context";
import type { Role } from "@/lib/shared/tenants/roles";

export interface TestTenant {
  tenant: TenantContext["tenant"];
  viewer: TenantContext;
  editor: TenantContext;
  publisher: TenantContext;
  admin: TenantContext;
}

/** A new tenant with one member of each role; every suite makes its own. */
export async function createTestTenant(name = "Test"): Promise<TestTenant> {
  const slug = `t-${randomBytes(5).toString("hex")}`;
  return withPlatform(async (tx) => {
    const tenant = await tx.tenant.create({
      data: { slug, name },
      select: { id: true, slug: true, name: true },
    });
    const contextOf = async (role: Role): Promise<TenantContext> => {
      const user = await tx.user.create({
        data: { email: `${role}@${slug}.test`, name: `${role} of ${name}` },
      });
      await tx.membership.create({ data: { tenantId: tenant.id, userId: user.id, role } });
      return {
        tenant,
        role,
        actor: { kind: "user", id: user.id, name: user.name },
        requestId: "test",
        ip: "127.0.0.1",
      };
    };
    return {
      tenant,
      viewer: await contextOf("viewer"),
      editor: await contextOf("editor"),
      publisher: await contextOf("publisher"),
      admin: await contextOf("admin"),
    };
  });
}
