import { withTenant } from "@/lib/server/db";
import { getGrafanaDashboardText } from "@/lib/server/publish/grafana/get-dashboard";
import { searchGrafana } from "@/lib/server/publish/grafana/search";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { Uid } from "@/lib/shared/dashboards/dashboard";
import { AppError } from "@/lib/shared/errors";
import type { TargetDashboard } from "@/lib/shared/publish/target-dashboard";
import { loadConnectionWithSecret } from "./load-target";

/** What a target's Grafana has, by title, as far as the target's credentials see it. */
export async function listTargetDashboards(
  ctx: TenantContext,
  id: string,
): Promise<{ items: TargetDashboard[]; nextCursor: null }> {
  assertCan(ctx, "grafana-target:read");
  const { connection } = await withTenant(ctx, (tx) => loadConnectionWithSecret(tx, ctx, id));
  const hits = await searchGrafana(connection, { type: "dash-db" });
  const items = hits.map(({ uid, title, folderTitle }) => ({ uid, title, folderTitle: folderTitle || null }));
  return { items: items.toSorted((a, b) => a.title.localeCompare(b.title)), nextCursor: null };
}

/** One of them with its document, letter by letter as Grafana answers it. */
export async function getTargetDashboard(
  ctx: TenantContext,
  id: string,
  uid: string,
): Promise<TargetDashboard & { documentText: string }> {
  assertCan(ctx, "grafana-target:read");
  const { row, connection } = await withTenant(ctx, (tx) => loadConnectionWithSecret(tx, ctx, id));
  const found = Uid.safeParse(uid).success ? await getGrafanaDashboardText(connection, uid) : null;
  if (!found || found.dashboard.isFolder) {
    throw new AppError("NOT_FOUND", `${row.name} has no dashboard of the uid "${uid.slice(0, 40)}".`);
  }
  const { document, folderTitle } = found.dashboard;
  const title = typeof document.title === "string" ? document.title : "";
  return { uid, title, folderTitle: folderTitle || null, documentText: found.text };
}
