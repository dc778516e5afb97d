import type { Metadata } from "next";
import { MembersPage } from "@/components/admin/members/members-page";
import { openTenant } from "../../open-tenant";

export const metadata: Metadata = { title: "Members" };

export default async function MembersRoute({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant, actor } = await openTenant(params);
  return <MembersPage tenant={tenant.slug} tenantName={tenant.name} selfId={actor.id} />;
}
