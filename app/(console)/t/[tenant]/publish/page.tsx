import type { Metadata } from "next";
import { openTenant } from "@/app/(console)/t/[tenant]/open-tenant";
import { PublishPage } from "@/components/publish/publish-page";
import { Notice } from "@/components/ui/notice";
import { can } from "@/lib/shared/tenants/permissions";

export const metadata: Metadata = { title: "Publish" };

export default async function Page({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant, role } = await openTenant(params);
  if (!can(role, "publish:read")) {
    return (
      <Notice title="Publishing needs the role publisher">
        Yours in {tenant.name} is {role}. An admin of the tenant can change it.
      </Notice>
    );
  }
  return <PublishPage tenant={tenant.slug} canEditTargets={can(role, "grafana-target:write")} />;
}
