import { can } from "@/lib/shared/tenants/permissions";
import type { Role } from "@/lib/shared/tenants/roles";

export type RailIcon = "dashboards" | "explore" | "alerts" | "publish" | "admin" | "tenants";

export interface RailEntry {
  icon: RailIcon;
  label: string;
  href: string;
  /** The entry is current on every path that begins so. */
  paths: readonly string[];
}

/** What the rail offers: only what the role may open. */
export function railEntries(
  tenant: { slug: string; role: Role } | null,
  platformAdmin: boolean,
): RailEntry[] {
  const entries = tenant ? tenantEntries(tenant.slug, tenant.role) : [];
  if (platformAdmin)
    entries.push({ icon: "tenants", label: "Tenants", href: "/admin/tenants", paths: ["/admin"] });
  return entries;
}

function tenantEntries(slug: string, role: Role): RailEntry[] {
  const root = `/t/${slug}`;
  const entries: RailEntry[] = [
    {
      icon: "dashboards",
      label: "Dashboards",
      href: `${root}/dashboards`,
      paths: [`${root}/dashboards`, `${root}/d/`],
    },
    ...(can(role, "query:free")
      ? [{ icon: "explore" as const, label: "Explore", href: `${root}/explore`, paths: [`${root}/explore`] }]
      : []),
    { icon: "alerts", label: "Alerts", href: `${root}/alerts`, paths: [`${root}/alerts`] },
  ];
  if (can(role, "publish:read")) {
    entries.push({ icon: "publish", label: "Publish", href: `${root}/publish`, paths: [`${root}/publish`] });
  }
  if (can(role, "member:read")) {
    entries.push({ icon: "admin", label: "Admin", href: `${root}/admin/members`, paths: [`${root}/admin`] });
  }
  return entries;
}
