import type { Prisma } from "@/generated/prisma/client";
import type { Invitation, Member } from "@/lib/shared/tenants/tenant";

export const memberFields = {
  role: true,
  createdAt: true,
  user: { select: { id: true, email: true, name: true } },
} as const;
export const invitationFields = {
  id: true,
  email: true,
  role: true,
  invitedByName: true,
  expiresAt: true,
} as const;

type MemberRow = Prisma.MembershipGetPayload<{ select: typeof memberFields }>;
type InvitationRow = Prisma.InvitationGetPayload<{ select: typeof invitationFields }>;

export function toMember({ role, createdAt, user }: MemberRow): Member {
  return { userId: user.id, email: user.email, name: user.name, role, joinedAt: createdAt.toISOString() };
}

export function toInvitation({ id, email, role, invitedByName, expiresAt }: InvitationRow): Invitation {
  return { id, email, role, invitedBy: invitedByName, expiresAt: expiresAt.toISOString() };
}
