import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { openDashboard } from "@/app/(console)/t/[tenant]/d/[uid]/open-dashboard";
import { VersionView } from "@/components/dashboards/versions/version-view";
import { getVersion } from "@/lib/server/dashboards/get-version";
import { pageView } from "@/lib/server/dashboards/page-view";
import { parseStored } from "@/lib/server/dashboards/parse-stored";
import { listDatasources } from "@/lib/server/prometheus/list-datasources";
import type { TenantContext } from "@/lib/server/tenants/context";
import { AppError } from "@/lib/shared/errors";
import { can } from "@/lib/shared/tenants/permissions";
import { hasRole } from "@/lib/shared/tenants/roles";

interface PageProps {
  params: Promise<{ tenant: string; uid: string; n: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { dashboard } = await openDashboard(params);
  return { title: `Version ${(await params).n} of ${dashboard.title}` };
}

export default async function VersionRoute({ params }: PageProps) {
  const { ctx, dashboard } = await openDashboard(params);
  const { documentText, ...version } = await openVersion(ctx, dashboard.uid, (await params).n);
  if (version.version === dashboard.version) redirect(`/t/${ctx.tenant.slug}/d/${dashboard.uid}`);
  const { items } = await listDatasources(ctx);
  return (
    <VersionView
      tenant={ctx.tenant.slug}
      dashboard={{ uid: dashboard.uid, version: dashboard.version, starred: dashboard.starred }}
      version={version}
      view={pageView(await parseStored(documentText), documentText)}
      datasources={items.map(({ uid, name, isDefault }) => ({ uid, name, isDefault }))}
      canRestore={can(ctx.role, "dashboard:write") && hasRole(ctx.role, dashboard.editedFrom)}
    />
  );
}

async function openVersion(ctx: TenantContext, uid: string, n: string) {
  try {
    return await getVersion(ctx, uid, n);
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}
