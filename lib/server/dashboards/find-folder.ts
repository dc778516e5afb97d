import type { Tx } from "@/lib/server/db";
import type { TenantContext } from "@/lib/server/tenants/context";
import { assertOpenTo } from "./assert-open-to";
import { noFolder } from "./folder-dto";

/**
 * The id of a folder of the tenant that the role may put something into; null is the top level.
 * @throws AppError NOT_FOUND, or FORBIDDEN when the folder is closed to the role
 */
export async function getFolderId(tx: Tx, ctx: TenantContext, uid: string | null): Promise<string | null> {
  if (uid === null) return null;
  const folder = await tx.folder.findFirst({
    where: { tenantId: ctx.tenant.id, uid, deletedAt: null },
    select: { id: true, editedFrom: true },
  });
  if (!folder) throw noFolder(uid);
  assertOpenTo(ctx, folder.editedFrom);
  return folder.id;
}
