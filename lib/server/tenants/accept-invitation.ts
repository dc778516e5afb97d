import { z } from "zod";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { hashToken } from "@/lib/server/auth/api-token-secret";
import { hashPassword } from "@/lib/server/auth/password";
import { type Tx, withTenant, withToken } from "@/lib/server/db";
import { AppError } from "@/lib/shared/errors";
import { NewPassword } from "@/lib/shared/tenants/credentials";
import type { Actor } from "./context";

export const AcceptedInvitation = z.object({
  token: z.string().min(1).max(200),
  name: z.string().trim().min(1).max(100).optional(),
  password: NewPassword.optional(),
});

interface Visitor {
  /** Who is signed in while accepting, if anybody. */
  user: { id: string; email: string } | null;
  requestId: string;
  ip: string | null;
}

const gone = () => new AppError("NOT_FOUND", "This invitation is not valid any more. Ask for a new one.");

/** What the page of an invitation shows. */
export async function getInvitation(token: string) {
  const found = await withToken(hashToken(token), (tx) =>
    tx.invitation.findFirst({ include: { tenant: { select: { slug: true, name: true } } } }),
  );
  if (!found || found.acceptedAt || found.expiresAt <= new Date()) throw gone();
  return found;
}

async function accountFor(
  tx: Tx,
  visitor: Visitor,
  { email, name, passwordHash }: { email: string; name: string; passwordHash: string | null },
): Promise<{ id: string; name: string }> {
  const known = await tx.user.findUnique({ where: { email }, select: { id: true, name: true } });
  if (known) {
    // Whoever holds the link must not get at an account that exists: its owner signs in.
    if (visitor.user?.id === known.id) return known;
    throw new AppError(
      "UNAUTHENTICATED",
      `${email} has an account already. Sign in with it and open the link again.`,
      { reason: "sign-in" },
    );
  }
  if (passwordHash === null) throw new AppError("INVALID_INPUT", "Choose a password.", { field: "password" });
  return tx.user.create({ data: { email, name, passwordHash }, select: { id: true, name: true } });
}

/**
 * Joins the tenant. The account is always that of the invited address: a new one with the given password, or the
 * existing one when its owner is signed in.
 */
export async function acceptInvitation(
  visitor: Visitor,
  input: unknown,
): Promise<{ tenant: string; email: string }> {
  const { token, name, password } = AcceptedInvitation.parse(input);
  const invitation = await getInvitation(token);
  const { tenantId, email, role } = invitation;
  if (visitor.user && visitor.user.email !== email) {
    throw new AppError("FORBIDDEN", `This invitation is for ${email}. Sign out and open the link again.`);
  }
  const passwordHash = password === undefined ? null : await hashPassword(password);
  await withTenant(tenantId, async (tx) => {
    const open = { tenantId, id: invitation.id, acceptedAt: null };
    const { count } = await tx.invitation.updateMany({ where: open, data: { acceptedAt: new Date() } });
    if (count === 0) throw gone();
    const user = await accountFor(tx, visitor, {
      email,
      name: name ?? email.split("@")[0] ?? email,
      passwordHash,
    });
    await tx.membership.createMany({ data: [{ tenantId, userId: user.id, role }], skipDuplicates: true });
    const actor: Actor = { kind: "user", id: user.id, name: user.name };
    const ctx = { tenant: { id: tenantId }, actor, requestId: visitor.requestId, ip: visitor.ip };
    await recordAudit(tx, ctx, {
      action: "member.join",
      subject: { type: "user", id: user.id },
      details: { email, role },
    });
  });
  return { tenant: invitation.tenant.slug, email };
}
