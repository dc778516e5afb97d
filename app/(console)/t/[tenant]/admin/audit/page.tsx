import type { Metadata } from "next";
import { openTenant } from "@/app/(console)/t/[tenant]/open-tenant";
import { AuditPage } from "@/components/admin/audit/audit-page";

export const metadata: Metadata = { title: "Audit log" };

export default async function AuditRoute({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant } = await openTenant(params);
  return <AuditPage tenant={tenant.slug} />;
}
