import type { Metadata } from "next";
import { DatasourcesPage } from "@/components/admin/datasources/datasources-page";
import { openTenant } from "../../open-tenant";

export const metadata: Metadata = { title: "Datasources" };

export default async function DatasourcesRoute({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant } = await openTenant(params);
  return <DatasourcesPage tenant={tenant.slug} />;
}
