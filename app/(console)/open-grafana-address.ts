import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getSessionUser } from "@/lib/server/auth/get-session-user";
import { requireTenantContext } from "@/lib/server/auth/require-tenant-context";
import { hasDashboard } from "@/lib/server/dashboards/has-dashboard";
import { consoleLink } from "@/lib/shared/dashboards/console-link";
import { listStartTenants } from "./list-start-tenants";

const mostTenants = 50;

/** A link to Grafana works with the host alone replaced: it leads to the first of the person's tenants that has the dashboard. */
export async function openGrafanaAddress(params: Promise<{ uid: string }>): Promise<never> {
  const [{ uid }, user, requestHeaders] = await Promise.all([params, getSessionUser(), headers()]);
  const path = requestHeaders.get("x-path") ?? `/d/${uid}`;
  if (!user) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  for (const tenant of (await listStartTenants(user)).slice(0, mostTenants)) {
    if (await hasDashboard(await requireTenantContext(tenant), uid)) redirect(consoleLink(path, tenant));
  }
  notFound();
}
