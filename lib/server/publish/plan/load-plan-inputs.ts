import { toDocument } from "@/lib/server/dashboards/dashboard-dto";
import type { Tx } from "@/lib/server/db";
import { type PublicationHashes, splitHashes } from "@/lib/server/publish/content-hash";
import { loadConnectionWithSecret } from "@/lib/server/publish/targets/load-target";
import type { TenantContext } from "@/lib/server/tenants/context";
import { AppError } from "@/lib/shared/errors";
import type { Json, JsonObject } from "@/lib/shared/json";

export interface DashboardToPlan {
  uid: string;
  title: string;
  version: number;
  document: JsonObject;
  /** Title of the folder it lies in here. */
  folderTitle: string | null;
  last: PublicationHashes | null;
}

/** Everything that a plan needs from the database. @throws AppError NOT_FOUND for a foreign target or dashboard */
export async function loadPlanInputs(tx: Tx, ctx: TenantContext, targetId: string, uids: string[]) {
  const { row, connection } = await loadConnectionWithSecret(tx, ctx, targetId);
  const tenantId = ctx.tenant.id;
  const rows = await tx.dashboard.findMany({
    where: { tenantId, uid: { in: uids } },
    select: { uid: true, title: true, version: true, document: true, folder: { select: { title: true } } },
    orderBy: { title: "asc" },
  });
  const missing = uids.filter((uid) => !rows.some((found) => found.uid === uid));
  if (missing.length > 0) {
    const message = `There is no dashboard "${missing.slice(0, 5).join('", "')}" in this tenant.`;
    throw new AppError("NOT_FOUND", message, { missing });
  }
  const last = await loadPublications(tx, ctx, targetId, uids);
  const dashboards = rows.map(({ folder, document, ...rest }) => ({
    ...rest,
    document: toDocument(document as Json),
    folderTitle: row.folder ?? folderTitleOf(folder),
    last: last.get(rest.uid) ?? null,
  }));
  return { target: row, connection, dashboards };
}

export async function loadPublications(
  tx: Tx,
  ctx: TenantContext,
  targetId: string,
  uids: string[],
): Promise<Map<string, PublicationHashes>> {
  const rows = await tx.publication.findMany({
    where: { tenantId: ctx.tenant.id, targetId, dashboardUid: { in: uids }, detachedAt: null },
    select: { dashboardUid: true, hash: true },
  });
  return new Map(rows.map(({ dashboardUid, hash }) => [dashboardUid, splitHashes(hash)]));
}

/** Grafana keeps the name General for what lies in no folder. */
function folderTitleOf(folder: { title: string } | null): string | null {
  return folder && folder.title.trim().toLowerCase() !== "general" ? folder.title.trim() : null;
}
