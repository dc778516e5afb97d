import { recordAudit } from "@/lib/server/audit/record-audit";
import { withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { lockTenant } from "@/lib/server/tenants/quota";
import { assertWithinShare } from "./assert-within-share";
import { noDatasource } from "./datasource-dto";

export async function deleteDatasource(ctx: TenantContext, uid: string): Promise<void> {
  assertCan(ctx, "datasource:write");
  const where = { tenantId: ctx.tenant.id, uid };
  await withTenant(ctx, async (tx) => {
    await lockTenant(tx, ctx);
    await assertWithinShare(tx, ctx, { uid, next: null });
    const { count } = await tx.datasource.deleteMany({ where });
    if (count === 0) throw noDatasource(uid);
    await recordAudit(tx, ctx, { action: "datasource.delete", subject: { type: "datasource", id: uid } });
  });
}
