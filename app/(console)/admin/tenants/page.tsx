import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { TenantsPage } from "@/components/admin/tenants/tenants-page";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { getSessionUser } from "@/lib/server/auth/get-session-user";
import { listMyTenants } from "@/lib/server/tenants/list-my-tenants";

export const metadata: Metadata = { title: "Tenants" };

export default async function TenantsRoute() {
  const user = await getSessionUser();
  if (!user) redirect("/sign-in?next=/admin/tenants");
  if (user.isPlatformAdmin) {
    const mine = await listMyTenants(user.id);
    return <TenantsPage mine={mine.map(({ slug }) => slug)} />;
  }
  return (
    <Notice
      title="Only platform administrators manage tenants"
      actions={<LinkButton href="/">Go to the dashboards</LinkButton>}
    >
      {user.email} is no platform administrator. Ask one for a new tenant, or for higher quotas of yours.
    </Notice>
  );
}
