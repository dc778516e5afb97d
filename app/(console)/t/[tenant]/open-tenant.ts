import { headers } from "next/headers";
import { requireTenantContext } from "@/lib/server/auth/require-tenant-context";
import type { TenantContext } from "@/lib/server/tenants/context";

/** Who looks at a page of a tenant; strangers are sent to sign in and come back to the very address. */
export async function openTenant(params: Promise<{ tenant: string }>): Promise<TenantContext> {
  const { tenant } = await params;
  const path = (await headers()).get("x-path") ?? undefined;
  return requireTenantContext(tenant, path);
}
