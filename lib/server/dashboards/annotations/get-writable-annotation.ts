import { assertOpenTo } from "@/lib/server/dashboards/assert-open-to";
import type { Tx } from "@/lib/server/db";
import type { TenantContext } from "@/lib/server/tenants/context";
import { noAnnotation } from "./annotation-dto";

/**
 * An annotation that is about to be written.
 * @throws AppError NOT_FOUND where it, or its dashboard, is not there for the role; FORBIDDEN in a folder closed to the role
 */
export async function getWritableAnnotation(tx: Tx, ctx: TenantContext, id: string) {
  const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
  const where = { id, tenantId: ctx.tenant.id };
  const row = uuid.test(id)
    ? await tx.annotation.findFirst({ where, include: { dashboard: { select: { editedFrom: true } } } })
    : null;
  if (!row) throw noAnnotation(id);
  if (row.dashboard) assertOpenTo(ctx, row.dashboard.editedFrom);
  return row;
}
