import { withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import type { Datasource } from "@/lib/shared/prometheus/datasource";
import { noDatasource, toDatasource } from "./datasource-dto";

export async function getDatasource(ctx: TenantContext, uid: string): Promise<Datasource> {
  assertCan(ctx, "datasource:read");
  const row = await withTenant(ctx, (tx) =>
    tx.datasource.findFirst({ where: { tenantId: ctx.tenant.id, uid }, omit: { headersEncrypted: false } }),
  );
  if (!row) throw noDatasource(uid);
  return toDatasource(row);
}
