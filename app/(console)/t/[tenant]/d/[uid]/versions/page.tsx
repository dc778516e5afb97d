import type { Metadata } from "next";
import { VersionList } from "@/components/dashboards/versions/version-list";
import { listVersions } from "@/lib/server/dashboards/list-versions";
import { can } from "@/lib/shared/tenants/permissions";
import { hasRole } from "@/lib/shared/tenants/roles";
import { openDashboard } from "../open-dashboard";

interface PageProps {
  params: Promise<{ tenant: string; uid: string }>;
}

export const metadata: Metadata = { title: "Versions" };

export default async function VersionsRoute({ params }: PageProps) {
  const { ctx, dashboard } = await openDashboard(params);
  const { items } = await listVersions(ctx, dashboard.uid);
  return (
    <VersionList
      tenant={ctx.tenant.slug}
      uid={dashboard.uid}
      title={dashboard.title}
      current={dashboard.version}
      versions={items}
      canRestore={can(ctx.role, "dashboard:write") && hasRole(ctx.role, dashboard.editedFrom)}
    />
  );
}
