import { cookies } from "next/headers";
import type { SessionUser } from "@/lib/server/auth/find-session-user";
import { listMyTenants } from "@/lib/server/tenants/list-my-tenants";
import { lastTenantCookie } from "@/lib/shared/tenants/last-tenant";

/** The slugs of the tenants open to the person: the one used last, then all others by name. */
export async function listStartTenants(user: SessionUser): Promise<string[]> {
  const open = (await listMyTenants(user.id)).filter(({ suspended }) => !suspended).map(({ slug }) => slug);
  const last = (await cookies()).get(lastTenantCookie)?.value;
  return open.sort((a, b) => Number(b === last) - Number(a === last));
}
