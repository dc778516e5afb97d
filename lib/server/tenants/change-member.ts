import { z } from "zod";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { type Tx, withTenant } from "@/lib/server/db";
import { AppError } from "@/lib/shared/errors";
import { ChangedMember, type Member } from "@/lib/shared/tenants/tenant";
import { assertCan, type TenantContext } from "./context";
import { memberFields, toMember } from "./member-dto";
import { lockTenant } from "./quota";

const UserId = z.uuid();

interface Target {
  role: string;
  user: { id: string; email: string; isPlatformAdmin: boolean };
}

async function getMember(tx: Tx, ctx: TenantContext, userId: string): Promise<Target> {
  const id = UserId.safeParse(userId);
  const found = id.success
    ? await tx.membership.findFirst({
        where: { tenantId: ctx.tenant.id, userId: id.data },
        select: { role: true, user: { select: { id: true, email: true, isPlatformAdmin: true } } },
      })
    : null;
  if (!found) throw new AppError("NOT_FOUND", "There is no such member in this tenant.");
  return found;
}

/** Only platform administrators touch each other. */
async function assertMayTouch(tx: Tx, ctx: TenantContext, { user }: Target): Promise<void> {
  if (!user.isPlatformAdmin || user.id === ctx.actor.id) return;
  const actor =
    ctx.actor.kind === "user"
      ? await tx.user.findUnique({ where: { id: ctx.actor.id }, select: { isPlatformAdmin: true } })
      : null;
  if (actor?.isPlatformAdmin) return;
  throw new AppError(
    "FORBIDDEN",
    `${user.email} is a platform administrator; only another one may change that membership.`,
  );
}

async function assertNotLastAdmin(tx: Tx, ctx: TenantContext, { role }: Target): Promise<void> {
  if (role !== "admin") return;
  const admins = await tx.membership.count({ where: { tenantId: ctx.tenant.id, role: "admin" } });
  if (admins <= 1) {
    throw new AppError("CONFLICT", "This is the last admin of the tenant. Make somebody else admin first.", {
      reason: "last-admin",
    });
  }
}

export async function changeMember(ctx: TenantContext, userId: string, input: unknown): Promise<Member> {
  assertCan(ctx, "member:write");
  const { role } = ChangedMember.parse(input);
  return withTenant(ctx, async (tx) => {
    // Two admins who demote each other at once must not both succeed.
    await lockTenant(tx, ctx);
    const target = await getMember(tx, ctx, userId);
    await assertMayTouch(tx, ctx, target);
    if (role !== "admin") await assertNotLastAdmin(tx, ctx, target);
    const key = { tenantId_userId: { tenantId: ctx.tenant.id, userId: target.user.id } };
    const row = await tx.membership.update({ where: key, data: { role }, select: memberFields });
    const details = { email: target.user.email, from: target.role, to: role };
    await recordAudit(tx, ctx, { action: "member.change", subject: { type: "user", id: userId }, details });
    return toMember(row);
  });
}

/** Ends a membership; the person keeps the account, and what they made stays. */
export async function removeMember(ctx: TenantContext, userId: string): Promise<void> {
  assertCan(ctx, "member:write");
  await withTenant(ctx, async (tx) => {
    await lockTenant(tx, ctx);
    const target = await getMember(tx, ctx, userId);
    await assertMayTouch(tx, ctx, target);
    await assertNotLastAdmin(tx, ctx, target);
    await tx.star.deleteMany({ where: { tenantId: ctx.tenant.id, userId: target.user.id } });
    await tx.membership.deleteMany({ where: { tenantId: ctx.tenant.id, userId: target.user.id } });
    const details = { email: target.user.email, role: target.role };
    await recordAudit(tx, ctx, { action: "member.remove", subject: { type: "user", id: userId }, details });
  });
}
