import type { Tx } from "@/lib/server/db";
import type { TenantContext } from "@/lib/server/tenants/context";
import { AppError } from "@/lib/shared/errors";

/** The id of a folder of the tenant; null is the top level. */
export async function getFolderId(tx: Tx, ctx: TenantContext, uid: string | null): Promise<string | null> {
  if (uid === null) return null;
  const folder = await tx.folder.findFirst({ where: { tenantId: ctx.tenant.id, uid }, select: { id: true } });
  if (!folder) throw new AppError("NOT_FOUND", `There is no folder "${uid}" in this tenant.`);
  return folder.id;
}
