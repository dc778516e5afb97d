import type { Metadata } from "next";
import { openTenant } from "@/app/(console)/t/[tenant]/open-tenant";
import { DatasourcesPage } from "@/components/admin/datasources/datasources-page";

export const metadata: Metadata = { title: "Datasources" };

export default async function DatasourcesRoute({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant } = await openTenant(params);
  return <DatasourcesPage tenant={tenant.slug} />;
}
