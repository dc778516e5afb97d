import { z } from "zod";
import { type Tx, withPlatform } from "@/lib/server/db";
import { env } from "@/lib/server/env";
import { AppError } from "@/lib/shared/errors";
import { Email, NewPassword } from "@/lib/shared/tenants/credentials";
import { hashPassword } from "./password";

export const FirstAdministrator = z.object({
  email: Email,
  password: NewPassword,
  name: z.string().trim().min(1).max(100).optional(),
});

// Any constant: two set-ups at once wait for each other, and the second finds an administrator.
const setupLock = 7_203_115;

async function hasAdministrator(tx: Tx): Promise<boolean> {
  return (await tx.user.count({ where: { isPlatformAdmin: true } })) > 0;
}

/** Makes the first platform administrator, admin of every tenant there is. @throws CONFLICT when there is one already. */
export async function createFirstAdministrator(
  input: z.input<typeof FirstAdministrator>,
): Promise<{ id: string; email: string }> {
  const { email, password, name } = FirstAdministrator.parse(input);
  const passwordHash = await hashPassword(password);
  return withPlatform(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${setupLock})`;
    if (await hasAdministrator(tx)) {
      throw new AppError(
        "CONFLICT",
        "The console has an administrator already. Sign in, or ask them for an invitation.",
      );
    }
    const data = { name: name ?? email.split("@")[0] ?? email, passwordHash, isPlatformAdmin: true };
    const user = await tx.user.upsert({
      where: { email },
      create: { email, ...data },
      update: data,
      select: { id: true, email: true },
    });
    const tenants = await tx.tenant.findMany({ select: { id: true } });
    await tx.membership.createMany({
      data: tenants.map((tenant) => ({ tenantId: tenant.id, userId: user.id, role: "admin" as const })),
      skipDuplicates: true,
    });
    return user;
  });
}

/** The administrator named by PANELSMITH_ADMIN_EMAIL and PANELSMITH_ADMIN_PASSWORD, made when there is none yet. */
export async function ensureFirstAdministrator(): Promise<void> {
  const { PANELSMITH_ADMIN_EMAIL: email, PANELSMITH_ADMIN_PASSWORD: password } = env();
  if (!email || !password || (await withPlatform(hasAdministrator))) return;
  await createFirstAdministrator({ email, password }).catch((error: unknown) => {
    if (!(error instanceof AppError && error.code === "CONFLICT")) throw error;
  });
}

/** Whether the set-up page has something to ask. */
export async function needsSetup(): Promise<boolean> {
  await ensureFirstAdministrator();
  return !(await withPlatform(hasAdministrator));
}
