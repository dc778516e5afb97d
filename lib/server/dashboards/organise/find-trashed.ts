import { assertOpenTo } from "@/lib/server/dashboards/assert-open-to";
import { noDashboard } from "@/lib/server/dashboards/get-dashboard-text";
import type { Tx } from "@/lib/server/db";
import type { TenantContext } from "@/lib/server/tenants/context";

/** What was put into the trash last under each uid; the same uid may lie there more than once. */
export async function getTrashed(tx: Tx, ctx: TenantContext, uids: readonly string[]) {
  const rows = await tx.dashboard.findMany({
    where: { tenantId: ctx.tenant.id, uid: { in: [...uids] }, deletedAt: { not: null } },
    orderBy: { deletedAt: "desc" },
    distinct: "uid",
    select: { id: true, uid: true, title: true, folderId: true, editedFrom: true },
  });
  const found = new Set(rows.map(({ uid }) => uid));
  for (const uid of uids) if (!found.has(uid)) throw noDashboard(uid);
  for (const row of rows) assertOpenTo(ctx, row.editedFrom);
  return rows;
}
