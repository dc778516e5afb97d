import { withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import type { Folder } from "@/lib/shared/dashboards/dashboard";
import { folderFields, toFolder } from "./folder-dto";

export async function listFolders(ctx: TenantContext): Promise<{ items: Folder[]; nextCursor: null }> {
  assertCan(ctx, "dashboard:read");
  const rows = await withTenant(ctx.tenant.id, (tx) =>
    tx.folder.findMany({
      where: { tenantId: ctx.tenant.id },
      orderBy: { title: "asc" },
      select: folderFields,
    }),
  );
  return { items: rows.map(toFolder), nextCursor: null };
}
