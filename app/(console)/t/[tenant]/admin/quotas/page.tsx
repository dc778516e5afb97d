import type { Metadata } from "next";
import { QuotasPage } from "@/components/admin/quotas/quotas-page";
import { getSessionUser } from "@/lib/server/auth/get-session-user";
import { openTenant } from "../../open-tenant";

export const metadata: Metadata = { title: "Quotas" };

export default async function QuotasRoute({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant } = await openTenant(params);
  const user = await getSessionUser();
  return (
    <QuotasPage tenant={tenant.slug} tenantName={tenant.name} canChange={user?.isPlatformAdmin ?? false} />
  );
}
