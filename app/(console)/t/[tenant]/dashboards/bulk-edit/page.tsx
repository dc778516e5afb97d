import type { Metadata } from "next";
import { openTenant } from "@/app/(console)/t/[tenant]/open-tenant";
import { BulkEditPage } from "@/components/dashboards/bulk/bulk-edit-page";
import { Notice } from "@/components/ui/notice";
import { listDatasources } from "@/lib/server/prometheus/list-datasources";
import { can } from "@/lib/shared/tenants/permissions";

export const metadata: Metadata = { title: "Edit in bulk" };

export default async function Page({ params }: { params: Promise<{ tenant: string }> }) {
  const ctx = await openTenant(params);
  const { tenant, role } = ctx;
  if (!can(role, "dashboard:write")) {
    return (
      <Notice title="Editing needs the role editor">
        Yours in {tenant.name} is {role}. An admin of the tenant can change it.
      </Notice>
    );
  }
  const { items } = await listDatasources(ctx);
  return <BulkEditPage tenant={tenant.slug} datasources={items.map(({ uid, name }) => ({ uid, name }))} />;
}
