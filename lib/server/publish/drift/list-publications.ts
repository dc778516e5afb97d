import { z } from "zod";
import { withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { Drift, type Publication } from "@/lib/shared/publish/publication";

export const PublicationFilter = z.object({
  target: z.uuid().optional(),
  dashboard: z.string().max(40).optional(),
});
export type PublicationFilter = z.infer<typeof PublicationFilter>;

/** What of this tenant stands in which Grafana, as last seen; nothing is asked there. */
export async function listPublications(ctx: TenantContext, input: unknown = {}): Promise<Publication[]> {
  assertCan(ctx, "publish:read");
  const filter = PublicationFilter.parse(input);
  const tenantId = ctx.tenant.id;
  const { rows, titles } = await withTenant(ctx, async (tx) => {
    const rows = await tx.publication.findMany({
      where: publicationWhere(tenantId, filter),
      omit: { base: true },
      include: { target: { select: { id: true, name: true } } },
      orderBy: [{ dashboardUid: "asc" }, { id: "asc" }],
    });
    const uids = rows.map(({ dashboardUid }) => dashboardUid);
    const dashboards = await tx.dashboard.findMany({
      where: { tenantId, uid: { in: uids } },
      select: { uid: true, title: true, version: true },
    });
    return { rows, titles: new Map(dashboards.map((dashboard) => [dashboard.uid, dashboard])) };
  });
  return rows.map((row) => {
    const here = titles.get(row.dashboardUid);
    return {
      uid: row.dashboardUid,
      title: here?.title ?? null,
      target: row.target,
      dashboardVersion: row.dashboardVersion,
      versionsBehind: here ? here.version - row.dashboardVersion : null,
      grafanaVersion: row.grafanaVersion,
      url: row.url,
      publishedBy: row.publishedByName,
      publishedAt: row.publishedAt.toISOString(),
      checkedAt: row.checkedAt?.toISOString() ?? null,
      drift: Drift.safeParse(row.drift).data ?? null,
    };
  });
}

export function publicationWhere(tenantId: string, { target, dashboard }: PublicationFilter) {
  return {
    ...{ tenantId, detachedAt: null },
    ...(target ? { targetId: target } : {}),
    ...(dashboard ? { dashboardUid: dashboard } : {}),
  };
}
