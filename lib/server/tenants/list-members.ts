import { withTenant } from "@/lib/server/db";
import type { Invitation, Member } from "@/lib/shared/tenants/tenant";
import { assertCan, type TenantContext } from "./context";
import { invitationFields, memberFields, toInvitation, toMember } from "./member-dto";

export async function listMembers(ctx: TenantContext): Promise<{ items: Member[]; nextCursor: null }> {
  assertCan(ctx, "member:read");
  const tenantId = ctx.tenant.id;
  const rows = await withTenant(ctx, (tx) =>
    tx.membership.findMany({
      where: { tenantId },
      select: memberFields,
      orderBy: { user: { email: "asc" } },
    }),
  );
  return { items: rows.map(toMember), nextCursor: null };
}

/** Those that are still open. */
export async function listInvitations(
  ctx: TenantContext,
): Promise<{ items: Invitation[]; nextCursor: null }> {
  assertCan(ctx, "member:read");
  const where = { tenantId: ctx.tenant.id, acceptedAt: null, expiresAt: { gt: new Date() } };
  const rows = await withTenant(ctx, (tx) =>
    tx.invitation.findMany({ where, select: invitationFields, orderBy: { createdAt: "desc" } }),
  );
  return { items: rows.map(toInvitation), nextCursor: null };
}
