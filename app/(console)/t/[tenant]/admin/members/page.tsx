import type { Metadata } from "next";
import { openTenant } from "@/app/(console)/t/[tenant]/open-tenant";
import { MembersPage } from "@/components/admin/members/members-page";

export const metadata: Metadata = { title: "Members" };

export default async function MembersRoute({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant, actor } = await openTenant(params);
  return <MembersPage tenant={tenant.slug} tenantName={tenant.name} selfId={actor.id} />;
}
