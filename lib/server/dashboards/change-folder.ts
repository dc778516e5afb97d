import { recordAudit } from "@/lib/server/audit/record-audit";
import { type Tx, withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { lockTenant } from "@/lib/server/tenants/quota";
import { ChangedFolder, type Folder } from "@/lib/shared/dashboards/folder";
import { AppError } from "@/lib/shared/errors";
import { getFolderId } from "./find-folder";
import { folderFields, noFolder, toFolder } from "./folder-dto";

async function assertNoCircle(
  tx: Tx,
  ctx: TenantContext,
  id: string,
  parentId: string | null,
): Promise<void> {
  for (let next = parentId; next !== null; ) {
    if (next === id)
      throw new AppError("INVALID_INPUT", "A folder cannot stand inside itself.", { field: "parentUid" });
    const parent: { parentId: string | null } | null = await tx.folder.findFirst({
      where: { tenantId: ctx.tenant.id, id: next },
      select: { parentId: true },
    });
    next = parent?.parentId ?? null;
  }
}

/** Renames or moves a folder with all that lies in it, or narrows it to roles, which is the admin's to do. */
export async function changeFolder(ctx: TenantContext, uid: string, input: unknown): Promise<Folder> {
  assertCan(ctx, "folder:write");
  const { title, parentUid, viewRole, editRole } = ChangedFolder.parse(input);
  if (viewRole !== undefined || editRole !== undefined) assertCan(ctx, "folder:permissions");
  return withTenant(ctx, async (tx) => {
    await lockTenant(tx, ctx);
    const id = await getFolderId(tx, ctx, uid);
    if (id === null) throw noFolder(uid);
    const parentId = parentUid === undefined ? undefined : await getFolderId(tx, ctx, parentUid);
    if (parentId !== undefined) await assertNoCircle(tx, ctx, id, parentId);
    const row = await tx.folder.update({
      where: { tenantId_id: { tenantId: ctx.tenant.id, id } },
      data: { title, parentId, viewRole, editRole },
      select: folderFields,
    });
    await recordAudit(tx, ctx, {
      action: "folder.change",
      subject: { type: "folder", id: uid },
      details: { title: row.title, viewRole: row.viewRole, editRole: row.editRole },
    });
    return toFolder(row);
  });
}
