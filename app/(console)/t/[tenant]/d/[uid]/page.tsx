import type { Metadata } from "next";
import { after } from "next/server";
import { openTenant } from "@/app/(console)/t/[tenant]/open-tenant";
import { DashboardPage } from "@/components/dashboards/dashboard-page";
import { recordView } from "@/lib/server/dashboards/organise/record-view";
import { pageView } from "@/lib/server/dashboards/page-view";
import { listDatasources } from "@/lib/server/prometheus/list-datasources";
import { isV2Document } from "@/lib/shared/dashboards/schema-v2/find-v2-spec";
import { listViewGaps } from "@/lib/shared/dashboards/schema-v2/list-view-gaps";
import { can } from "@/lib/shared/tenants/permissions";
import { hasRole } from "@/lib/shared/tenants/roles";
import { lookAhead } from "./look-ahead";
import { openDashboard } from "./open-dashboard";

interface PageProps {
  params: Promise<{ tenant: string; uid: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Pick<PageProps, "params">): Promise<Metadata> {
  const { dashboard } = await openDashboard(params);
  return { title: dashboard.title };
}

const schemaV2Note =
  "This dashboard is of Grafana's schema v2. It is kept as it was imported and shown; it cannot be edited or published here yet.";

export default async function DashboardRoute({ params, searchParams }: PageProps) {
  const [{ ctx, dashboard }, datasources, first] = await Promise.all([
    openDashboard(params),
    listChoices(params),
    lookAhead(params, searchParams),
  ]);
  const isV2 = isV2Document(dashboard.document);
  after(() => recordView(ctx, dashboard.uid));
  return (
    <DashboardPage
      key={`${ctx.tenant.slug}/${dashboard.uid}/${dashboard.version}`}
      tenant={ctx.tenant.slug}
      dashboard={{
        uid: dashboard.uid,
        starred: dashboard.starred,
        ...pageView(dashboard.document, dashboard.documentText),
      }}
      datasources={datasources}
      first={first}
      canEdit={can(ctx.role, "dashboard:write") && hasRole(ctx.role, dashboard.editedFrom) && !isV2}
      note={isV2 ? [schemaV2Note, ...listViewGaps(dashboard.document)].join(" ") : null}
    />
  );
}

/** Sent along, so that the variables need not ask for them before they ask for their values. */
async function listChoices(params: PageProps["params"]) {
  const { items } = await listDatasources(await openTenant(params));
  return items.map(({ uid, name, isDefault }) => ({ uid, name, isDefault }));
}
