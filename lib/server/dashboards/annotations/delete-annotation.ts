import { recordAudit } from "@/lib/server/audit/record-audit";
import { withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { getWritableAnnotation } from "./get-writable-annotation";

export async function deleteAnnotation(ctx: TenantContext, id: string): Promise<void> {
  assertCan(ctx, "annotation:write");
  await withTenant(ctx, async (tx) => {
    await getWritableAnnotation(tx, ctx, id);
    await tx.annotation.delete({ where: { tenantId_id: { tenantId: ctx.tenant.id, id } } });
    await recordAudit(tx, ctx, { action: "annotation.delete", subject: { type: "annotation", id } });
  });
}
