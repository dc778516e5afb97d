import type { Metadata } from "next";
import { ExplorePage } from "@/components/explore/explore-page";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { can } from "@/lib/shared/tenants/permissions";
import { openTenant } from "../open-tenant";

export const metadata: Metadata = { title: "Explore" };

export default async function ExploreRoute({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant, actor, role } = await openTenant(params);
  if (!can(role, "query:free")) {
    return (
      <Notice
        title="Exploring needs the role editor"
        actions={<TextLink href={`/t/${tenant.slug}/dashboards`}>Go to the dashboards</TextLink>}
      >
        Yours in {tenant.name} is {role}: it runs what dashboards hold. An admin of the tenant can change it.
      </Notice>
    );
  }
  return <ExplorePage tenant={tenant.slug} userId={actor.id} canEdit={can(role, "dashboard:write")} />;
}
