/** The cookie with the slug of the tenant whose page was opened last. */
export const lastTenantCookie = "panelsmith-tenant";

/** The slug in the path of a tenant's page, or null. */
export function tenantOfPath(path: string): string | null {
  return /^\/t\/([a-z0-9-]+)\/./.exec(path)?.[1] ?? null;
}
