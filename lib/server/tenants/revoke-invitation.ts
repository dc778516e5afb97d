import { z } from "zod";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { withTenant } from "@/lib/server/db";
import { AppError } from "@/lib/shared/errors";
import { assertCan, type TenantContext } from "./context";

export async function revokeInvitation(ctx: TenantContext, id: string): Promise<void> {
  assertCan(ctx, "member:write");
  const parsed = z.uuid().safeParse(id);
  await withTenant(ctx, async (tx) => {
    const where = { tenantId: ctx.tenant.id, id: parsed.data ?? "", acceptedAt: null };
    const { count } = parsed.success ? await tx.invitation.deleteMany({ where }) : { count: 0 };
    if (count === 0) throw new AppError("NOT_FOUND", "There is no such open invitation in this tenant.");
    await recordAudit(tx, ctx, { action: "member.uninvite", subject: { type: "invitation", id } });
  });
}
