import { withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import type { Folder } from "@/lib/shared/dashboards/folder";
import { folderFields, toFolder } from "./folder-dto";

/** The folders that the role sees; one closed to it closes all below. */
export async function listFolders(ctx: TenantContext): Promise<{ items: Folder[]; nextCursor: null }> {
  assertCan(ctx, "dashboard:read");
  const rows = await withTenant(ctx, (tx) =>
    tx.folder.findMany({
      where: { tenantId: ctx.tenant.id, deletedAt: null },
      orderBy: { title: "asc" },
      select: folderFields,
    }),
  );
  return { items: rows.map(toFolder), nextCursor: null };
}
