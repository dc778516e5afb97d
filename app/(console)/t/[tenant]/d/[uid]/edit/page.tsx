import type { Metadata } from "next";
import { LoadEditor } from "@/components/editor/load-editor";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { listDatasources } from "@/lib/server/prometheus/list-datasources";
import { isV2Document } from "@/lib/shared/dashboards/schema-v2/find-v2-spec";
import { can } from "@/lib/shared/tenants/permissions";
import { hasRole } from "@/lib/shared/tenants/roles";
import { lookAhead } from "../look-ahead";
import { openDashboard } from "../open-dashboard";

interface PageProps {
  params: Promise<{ tenant: string; uid: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Pick<PageProps, "params">): Promise<Metadata> {
  const { dashboard } = await openDashboard(params);
  return { title: `Edit ${dashboard.title}` };
}

export default async function EditDashboardRoute({ params, searchParams }: PageProps) {
  const [{ ctx, dashboard }, first] = await Promise.all([
    openDashboard(params),
    lookAhead(params, searchParams),
  ]);
  const { uid, version, document, documentText } = dashboard;
  const tenant = ctx.tenant.slug;
  if (!can(ctx.role, "dashboard:write")) {
    return (
      <Notice
        title="You cannot edit dashboards here"
        actions={<LinkButton href={`/t/${tenant}/d/${uid}`}>View the dashboard</LinkButton>}
      >
        Editing takes the role editor in {ctx.tenant.name}; yours is {ctx.role}. An admin of the tenant can
        give it to you.
      </Notice>
    );
  }
  if (isV2Document(document)) {
    return (
      <Notice
        title="This dashboard cannot be edited here yet"
        actions={<LinkButton href={`/t/${tenant}/d/${uid}`}>View the dashboard</LinkButton>}
      >
        It is of Grafana's schema v2. It is kept and exported as it was imported; change it in Grafana and
        import it again.
      </Notice>
    );
  }
  if (!hasRole(ctx.role, dashboard.editedFrom)) {
    return (
      <Notice
        title="This folder is closed to your role"
        actions={<LinkButton href={`/t/${tenant}/d/${uid}`}>View the dashboard</LinkButton>}
      >
        What lies in {dashboard.folderTitle} is changed by the role {dashboard.editedFrom} and higher; yours
        is {ctx.role}. An admin of the tenant can open the folder, or you can duplicate the dashboard
        elsewhere.
      </Notice>
    );
  }
  const { items } = await listDatasources(ctx);
  return (
    <LoadEditor
      key={`${tenant}/${uid}`}
      tenant={tenant}
      dashboard={{ uid, version, documentText }}
      datasources={items.map(({ uid, name, isDefault }) => ({ uid, name, isDefault }))}
      first={first}
    />
  );
}
