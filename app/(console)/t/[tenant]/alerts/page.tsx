import type { Metadata } from "next";
import { AlertsPage } from "@/components/alerts/alerts-page";
import { openTenant } from "../open-tenant";

export const metadata: Metadata = { title: "Alerts" };

export default async function AlertsRoute({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant, role } = await openTenant(params);
  return <AlertsPage tenant={tenant.slug} role={role} />;
}
