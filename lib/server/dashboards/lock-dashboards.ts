import type { Tx } from "@/lib/server/db";
import type { TenantContext } from "@/lib/server/tenants/context";
import type { Role } from "@/lib/shared/tenants/roles";
import { assertOpenTo } from "./assert-open-to";
import { noDashboard } from "./get-dashboard-text";

export interface LockedDashboard {
  id: string;
  uid: string;
  folder_id: string | null;
  title: string;
  version: number;
  edited_from: Role;
}

/**
 * Reads dashboards so that nobody else changes them before the transaction ends; in the order of their ids, so that two
 * never wait for each other in a circle.
 * @throws AppError NOT_FOUND for one that is not there, FORBIDDEN when one lies in a folder that is closed to the role
 */
export async function lockDashboards(
  tx: Tx,
  ctx: TenantContext,
  uids: readonly string[],
): Promise<LockedDashboard[]> {
  const rows = await tx.$queryRaw<LockedDashboard[]>`
    SELECT id, uid, folder_id, title, version, edited_from FROM dashboards
    WHERE tenant_id = ${ctx.tenant.id}::uuid AND uid = ANY(${uids}::text[]) AND deleted_at IS NULL ORDER BY id FOR UPDATE`;
  const found = new Set(rows.map(({ uid }) => uid));
  for (const uid of uids) if (!found.has(uid)) throw noDashboard(uid);
  for (const row of rows) assertOpenTo(ctx, row.edited_from);
  return rows;
}

export async function lockDashboard(tx: Tx, ctx: TenantContext, uid: string): Promise<LockedDashboard> {
  const [row] = await lockDashboards(tx, ctx, [uid]);
  if (!row) throw noDashboard(uid);
  return row;
}
