import type { Metadata } from "next";
import { openTenant } from "@/app/(console)/t/[tenant]/open-tenant";
import { DashboardPage } from "@/components/dashboards/dashboard-page";
import { listDatasources } from "@/lib/server/prometheus/list-datasources";
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
  const [{ ctx, dashboard }, datasources] = await Promise.all([openDashboard(params), listChoices(params)]);
  return (
    <DashboardPage
      key={`${ctx.tenant.slug}/${dashboard.uid}/${dashboard.version}`}
      tenant={ctx.tenant.slug}
      dashboard={dashboard}
      datasources={datasources}
      canEdit={can(ctx.role, "dashboard:write")}
    />
  );
}

/** Sent along, so that the variables need not ask for them before they ask for their values. */
async function listChoices(params: PageProps["params"]) {
  const { items } = await listDatasources(await openTenant(params));
  return items.map(({ uid, name, isDefault }) => ({ uid, name, isDefault }));
}
