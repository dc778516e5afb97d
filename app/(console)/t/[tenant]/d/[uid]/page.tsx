import type { Metadata } from "next";
import { DashboardPage } from "@/components/dashboards/dashboard-page";
import { can } from "@/lib/shared/tenants/permissions";
import { openDashboard } from "./open-dashboard";

interface PageProps {
  params: Promise<{ tenant: string; uid: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { dashboard } = await openDashboard(params);
  return { title: dashboard.title };
}

export default async function DashboardRoute({ params }: PageProps) {
  const { ctx, dashboard } = await openDashboard(params);
  return (
    <DashboardPage
      key={`${ctx.tenant.slug}/${dashboard.uid}/${dashboard.version}`}
      tenant={ctx.tenant.slug}
      dashboard={dashboard}
      canEdit={can(ctx.role, "dashboard:write")}
    />
  );
}
