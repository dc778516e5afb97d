import { withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import type { Datasource } from "@/lib/shared/prometheus/datasource";
import { toDatasource } from "./datasource-dto";

/** The default one first. */
export async function listDatasources(
  ctx: TenantContext,
): Promise<{ items: Datasource[]; nextCursor: null }> {
  assertCan(ctx, "datasource:read");
  const rows = await withTenant(ctx, (tx) =>
    tx.datasource.findMany({
      where: { tenantId: ctx.tenant.id },
      omit: { headersEncrypted: false },
      orderBy: [{ isDefault: "desc" }, { name: "asc" }],
    }),
  );
  return { items: rows.map(toDatasource), nextCursor: null };
}
