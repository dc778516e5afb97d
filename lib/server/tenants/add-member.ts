import { recordAudit } from "@/lib/server/audit/record-audit";
import { hashToken, newInvitationToken } from "@/lib/server/auth/api-token-secret";
import { type Tx, withTenant } from "@/lib/server/db";
import { AppError } from "@/lib/shared/errors";
import { type AddedMember, NewMember } from "@/lib/shared/tenants/tenant";
import { assertCan, type TenantContext } from "./context";
import { invitationFields, memberFields, toInvitation, toMember } from "./member-dto";
import { assertWithinQuota } from "./quota";

const invitationDays = 7;

type Wanted = { email: string; role: "viewer" | "editor" | "publisher" | "admin" };

async function addKnown(
  tx: Tx,
  ctx: TenantContext,
  userId: string,
  { email, role }: Wanted,
): Promise<AddedMember> {
  const tenantId = ctx.tenant.id;
  const key = { tenantId_userId: { tenantId, userId } };
  if (await tx.membership.findUnique({ where: key, select: { role: true } })) {
    throw new AppError("CONFLICT", `${email} is a member already. Change the role instead.`, {
      reason: "member",
    });
  }
  const row = await tx.membership.create({ data: { tenantId, userId, role }, select: memberFields });
  await recordAudit(tx, ctx, {
    action: "member.add",
    subject: { type: "user", id: userId },
    details: { email, role },
  });
  return { member: toMember(row) };
}

async function invite(tx: Tx, ctx: TenantContext, { email, role }: Wanted): Promise<AddedMember> {
  const tenantId = ctx.tenant.id;
  // A new invitation replaces an open one, so that an old link does not stay good.
  await tx.invitation.deleteMany({ where: { tenantId, email, acceptedAt: null } });
  const token = newInvitationToken();
  const expiresAt = new Date(Date.now() + invitationDays * 86_400_000);
  const data = {
    tenantId,
    email,
    role,
    tokenHash: hashToken(token),
    invitedByName: ctx.actor.name,
    expiresAt,
  };
  const row = await tx.invitation.create({ data, select: invitationFields });
  await recordAudit(tx, ctx, {
    action: "member.invite",
    subject: { type: "invitation", id: row.id },
    details: { email, role },
  });
  return { invitation: toInvitation(row), token, path: `/invitations/${token}` };
}

/** Adds somebody who has an account; anybody else gets an invitation, whose token is answered this once. */
export async function addMember(ctx: TenantContext, input: unknown): Promise<AddedMember> {
  assertCan(ctx, "member:write");
  const wanted = NewMember.parse(input);
  return withTenant(ctx, async (tx) => {
    await assertWithinQuota(tx, ctx, "members");
    const user = await tx.user.findUnique({ where: { email: wanted.email }, select: { id: true } });
    return user ? addKnown(tx, ctx, user.id, wanted) : invite(tx, ctx, wanted);
  });
}
