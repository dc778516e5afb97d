import { assertOpenTo } from "@/lib/server/dashboards/assert-open-to";
import { noDashboard } from "@/lib/server/dashboards/get-dashboard";
import type { Tx } from "@/lib/server/db";
import type { TenantContext } from "@/lib/server/tenants/context";

/** What was put into the trash last under this uid; the same uid may lie there more than once. */
export async function getTrashed(tx: Tx, ctx: TenantContext, uid: string) {
  const row = await tx.dashboard.findFirst({
    where: { tenantId: ctx.tenant.id, uid, deletedAt: { not: null } },
    orderBy: { deletedAt: "desc" },
    select: { id: true, uid: true, title: true, folderId: true, editedFrom: true },
  });
  if (!row) throw noDashboard(uid);
  assertOpenTo(ctx, row.editedFrom);
  return row;
}
