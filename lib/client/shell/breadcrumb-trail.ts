export interface Crumb {
  label: string;
  href?: string;
}

const sections: Record<string, string> = {
  dashboards: "Dashboards",
  explore: "Explore",
  alerts: "Alerts",
  publish: "Publish",
  admin: "Admin",
};

const leaves: Record<string, string> = {
  members: "Members",
  quotas: "Quotas",
  datasources: "Datasources",
  grafana: "Grafana targets",
  tokens: "API tokens",
  audit: "Audit log",
  tenants: "Tenants",
  versions: "Versions",
  "bulk-edit": "Edit in bulk",
  edit: "Edit",
  settings: "Settings",
  history: "History",
};

/** The way to the page: from its path, and the title it gave itself. The last crumb has no link. */
export function breadcrumbTrail(pathname: string, pageTitle: string | null): Crumb[] {
  const parts = pathname.split("/").filter((part) => part !== "");
  const trail =
    parts[0] === "t" && parts[1] ? tenantTrail(parts[1], parts.slice(2), pageTitle) : platformTrail(parts);
  return trail.map((crumb, index) => (index === trail.length - 1 ? { label: crumb.label } : crumb));
}

function tenantTrail(tenant: string, rest: string[], pageTitle: string | null): Crumb[] {
  const root = `/t/${tenant}`;
  const [section, second, third] = rest;
  if (section === "d" && second) {
    const trail: Crumb[] = [{ label: "Dashboards", href: `${root}/dashboards` }];
    if (pageTitle) trail.push({ label: pageTitle, href: `${root}/d/${second}` });
    const leaf = third ? leaves[third] : undefined;
    return leaf ? [...trail, { label: leaf }] : trail;
  }
  if (!section) return [];
  const first: Crumb = { label: sections[section] ?? section, href: `${root}/${section}` };
  if (section === "admin") first.href = `${root}/admin/members`;
  const label = pageTitle ?? (second ? leaves[second] : undefined);
  return second && label ? [first, { label }] : [first];
}

function platformTrail(parts: string[]): Crumb[] {
  if (parts[0] !== "admin") return [];
  return [{ label: "Platform" }, { label: leaves[parts[1] ?? ""] ?? "Tenants" }];
}
