import { createHash, createHmac } from "node:crypto";
import { hashPassword } from "@/lib/server/auth/password";
import type { Tx } from "@/lib/server/db";
import { secret } from "@/lib/server/env";
import type { TenantContext } from "@/lib/server/tenants/context";
import { type Role, roles } from "@/lib/shared/tenants/roles";
import { openLedger } from "./seed-ledger";

/** The password of all demo users, hashed once a run. */
export interface DemoPassword {
  /** Tells two passwords apart without holding either. */
  mark: string;
  hash(): Promise<string>;
}

export function demoPassword(password: string): DemoPassword {
  let hashed: Promise<string> | null = null;
  return {
    mark: createHmac("sha256", secret()).update(password).digest("hex"),
    hash: () => {
      hashed ??= hashPassword(password);
      return hashed;
    },
  };
}

const fingerprint = (passwordHash: string) => createHash("sha256").update(passwordHash).digest("hex");

async function addMember(tx: Tx, ctx: TenantContext, userId: string, role: Role): Promise<void> {
  await tx.membership.createMany({ data: [{ tenantId: ctx.tenant.id, userId, role }], skipDuplicates: true });
}

/** `<role>@<slug>.demo`, once each. A password that a person changed is left alone. */
export async function seedDemoUsers(tx: Tx, ctx: TenantContext, password: DemoPassword): Promise<void> {
  const ledger = await openLedger(tx, ctx, "demo-user");
  for (const role of roles) {
    const email = `${role}@${ctx.tenant.slug}.demo`;
    const written = ledger.hashOf(email);
    if (written?.startsWith(`${password.mark}:`)) continue;
    const user = await tx.user.findUnique({ where: { email }, select: { id: true, passwordHash: true } });
    const untouched = written?.endsWith(`:${fingerprint(user?.passwordHash ?? "")}`);
    if (user && !untouched) {
      if (written === undefined) await addMember(tx, ctx, user.id, role);
      await ledger.record(email, written ?? "not ours");
      continue;
    }
    if (written !== undefined && !user) continue;
    const passwordHash = await password.hash();
    const name = `${role[0]?.toUpperCase()}${role.slice(1)} of ${ctx.tenant.name}`;
    const { id } = await tx.user.upsert({
      where: { email },
      create: { email, name, passwordHash },
      update: { passwordHash },
      select: { id: true },
    });
    if (written === undefined) await addMember(tx, ctx, id, role);
    await ledger.record(email, `${password.mark}:${fingerprint(passwordHash)}`);
  }
}

/** Platform administrators begin as admins of every demo tenant; one who was removed stays out. */
export async function seedAdministrators(tx: Tx, ctx: TenantContext): Promise<void> {
  const ledger = await openLedger(tx, ctx, "administrator");
  const administrators = await tx.user.findMany({ where: { isPlatformAdmin: true }, select: { id: true } });
  for (const { id } of administrators) {
    if (ledger.hashOf(id) !== undefined) continue;
    await addMember(tx, ctx, id, "admin");
    await ledger.record(id, "");
  }
}
