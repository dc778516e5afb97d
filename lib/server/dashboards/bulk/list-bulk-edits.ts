import { withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import type { BulkEdit } from "@/lib/shared/dashboards/bulk/bulk-edit";
import { bulkEditFields, toBulkEdit } from "./bulk-edit-dto";

const most = 50;

/** The newest bulk edits of the tenant. */
export async function listBulkEdits(ctx: TenantContext): Promise<{ items: BulkEdit[]; nextCursor: null }> {
  assertCan(ctx, "dashboard:write");
  const rows = await withTenant(ctx, (tx) =>
    tx.bulkEdit.findMany({
      where: { tenantId: ctx.tenant.id },
      orderBy: { createdAt: "desc" },
      take: most,
      select: bulkEditFields,
    }),
  );
  return { items: rows.map(toBulkEdit), nextCursor: null };
}
