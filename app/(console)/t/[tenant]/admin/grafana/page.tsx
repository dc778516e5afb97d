import type { Metadata } from "next";
import { openTenant } from "@/app/(console)/t/[tenant]/open-tenant";
import { TargetList } from "@/components/publish/targets/target-list";
import { Notice } from "@/components/ui/notice";
import { can } from "@/lib/shared/tenants/permissions";

export const metadata: Metadata = { title: "Grafana targets" };

export default async function Page({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant, role } = await openTenant(params);
  if (!can(role, "grafana-target:write")) {
    return (
      <Notice title="Grafana targets need the role admin">
        Yours in {tenant.name} is {role}. An admin of the tenant can change it.
      </Notice>
    );
  }
  return <TargetList tenant={tenant.slug} />;
}
