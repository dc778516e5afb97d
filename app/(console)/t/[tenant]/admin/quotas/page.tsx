import type { Metadata } from "next";
import { openTenant } from "@/app/(console)/t/[tenant]/open-tenant";
import { QuotasPage } from "@/components/admin/quotas/quotas-page";
import { getSessionUser } from "@/lib/server/auth/get-session-user";

export const metadata: Metadata = { title: "Quotas" };

export default async function QuotasRoute({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant } = await openTenant(params);
  const user = await getSessionUser();
  return (
    <QuotasPage tenant={tenant.slug} tenantName={tenant.name} canChange={user?.isPlatformAdmin ?? false} />
  );
}
