import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { Notice } from "@/components/ui/notice";
import { getSessionUser } from "@/lib/server/auth/get-session-user";
import { listMyTenants } from "@/lib/server/tenants/list-my-tenants";

/** Leads to the tenant used last, else to the first one. */
export default async function StartPage() {
  const user = await getSessionUser();
  if (!user) redirect("/sign-in");
  const tenants = (await listMyTenants(user.id)).filter(({ suspended }) => !suspended);
  const last = (await cookies()).get("panelsmith-tenant")?.value;
  const tenant = tenants.find(({ slug }) => slug === last) ?? tenants[0];
  if (tenant) redirect(`/t/${tenant.slug}/dashboards`);
  if (user.isPlatformAdmin) redirect("/admin/tenants");
  return (
    <Notice title="There is no tenant open to you">
      Ask an administrator of your team to add {user.email} as a member of its tenant.
    </Notice>
  );
}
