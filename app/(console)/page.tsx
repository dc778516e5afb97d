import { redirect } from "next/navigation";
import { Notice } from "@/components/ui/notice";
import { getSessionUser } from "@/lib/server/auth/get-session-user";
import { listStartTenants } from "./list-start-tenants";

/** Leads to the tenant used last, else to the first one. */
export default async function StartPage() {
  const user = await getSessionUser();
  if (!user) redirect("/sign-in");
  const [tenant] = await listStartTenants(user);
  if (tenant) redirect(`/t/${tenant}/dashboards`);
  if (user.isPlatformAdmin) redirect("/admin/tenants");
  return (
    <Notice title="There is no tenant open to you">
      Ask an administrator of your team to add {user.email} as a member of its tenant.
    </Notice>
  );
}
