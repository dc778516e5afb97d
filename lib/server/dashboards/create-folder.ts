import { recordAudit } from "@/lib/server/audit/record-audit";
import { withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { type Folder, NewFolder } from "@/lib/shared/dashboards/folder";
import { newUid } from "@/lib/shared/dashboards/new-uid";
import { getFolderId } from "./find-folder";
import { folderFields, toFolder } from "./folder-dto";

export async function createFolder(ctx: TenantContext, input: unknown): Promise<Folder> {
  assertCan(ctx, "folder:write");
  const { title, uid = newUid(), parentUid = null } = NewFolder.parse(input);
  return withTenant(ctx, async (tx) => {
    const parentId = await getFolderId(tx, ctx, parentUid);
    const row = await tx.folder.create({
      data: { tenantId: ctx.tenant.id, uid, title, parentId },
      select: folderFields,
    });
    await recordAudit(tx, ctx, {
      action: "folder.create",
      subject: { type: "folder", id: uid },
      details: { title },
    });
    return toFolder(row);
  });
}
