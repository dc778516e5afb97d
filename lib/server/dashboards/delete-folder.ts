import { recordAudit } from "@/lib/server/audit/record-audit";
import { withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { AppError } from "@/lib/shared/errors";
import { noFolder } from "./folder-dto";

/** Deletes an empty folder; one with something in it is refused, so that no dashboard goes unseen. */
export async function deleteFolder(ctx: TenantContext, uid: string): Promise<void> {
  assertCan(ctx, "folder:write");
  await withTenant(ctx.tenant.id, async (tx) => {
    const folder = await tx.folder.findFirst({
      where: { tenantId: ctx.tenant.id, uid },
      select: { id: true, title: true, _count: { select: { dashboards: true, children: true } } },
    });
    if (!folder) throw noFolder(uid);
    const { dashboards, children } = folder._count;
    if (dashboards + children > 0) {
      throw new AppError(
        "CONFLICT",
        `"${folder.title}" holds ${dashboards} dashboards and ${children} folders. Move or delete them first.`,
        { dashboards, folders: children },
      );
    }
    await tx.folder.delete({ where: { tenantId_id: { tenantId: ctx.tenant.id, id: folder.id } } });
    await recordAudit(tx, ctx, {
      action: "folder.delete",
      subject: { type: "folder", id: uid },
      details: { title: folder.title },
    });
  });
}
