import type { Metadata } from "next";
import { DashboardList } from "@/components/dashboards/list/dashboard-list";
import { openTenant } from "../open-tenant";

export const metadata: Metadata = { title: "Dashboards" };

export default async function DashboardsPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant, role } = await openTenant(params);
  return <DashboardList tenant={tenant.slug} role={role} />;
}
