import { withTenant, withToken, withUser } from "@/lib/server/db";
import type { Actor, TenantContext } from "@/lib/server/tenants/context";
import { AppError } from "@/lib/shared/errors";
import type { Role } from "@/lib/shared/tenants/roles";
import { hashToken } from "./api-token-secret";
import { readSessionToken } from "./session-token";

/** Who asks and what they may in one tenant; `requestId` and `ip` are added by the caller. */
export type Access = Pick<TenantContext, "tenant" | "actor" | "role">;

const tenantFields = { id: true, slug: true, name: true, suspendedAt: true } as const;
const lastUsedGapMs = 60_000;

function noTenant(slug: string): AppError {
  return new AppError("NOT_FOUND", `There is no tenant "${slug}", or you are not a member of it.`);
}

function grant(
  tenant: { id: string; slug: string; name: string; suspendedAt: Date | null },
  actor: Actor,
  role: Role,
): Access {
  if (tenant.suspendedAt) {
    throw new AppError(
      "FORBIDDEN",
      `${tenant.name} is suspended. Ask a platform administrator to resume it.`,
      { reason: "suspended" },
    );
  }
  return { tenant: { id: tenant.id, slug: tenant.slug, name: tenant.name }, actor, role };
}

/** @throws AppError UNAUTHENTICATED without a valid session, NOT_FOUND for strangers, FORBIDDEN when suspended. */
export async function getUserAccess(cookie: string | null, slug: string): Promise<Access> {
  const session = await readSessionToken(cookie);
  const found = session
    ? await withUser(session.userId, async (tx) => ({
        user: await tx.user.findUnique({
          where: { id: session.userId },
          select: { id: true, name: true, sessionVersion: true },
        }),
        membership: await tx.membership.findFirst({
          where: { userId: session.userId, tenant: { slug } },
          select: { role: true, tenant: { select: tenantFields } },
        }),
      }))
    : null;
  if (!found?.user || found.user.sessionVersion !== session?.sessionVersion) {
    throw new AppError("UNAUTHENTICATED", "Sign in first.");
  }
  if (!found.membership) throw noTenant(slug);
  const { tenant, role } = found.membership;
  return grant(tenant, { kind: "user", id: found.user.id, name: found.user.name }, role);
}

/** @throws AppError UNAUTHENTICATED for an unknown, expired or revoked token, NOT_FOUND for another tenant's. */
export async function getTokenAccess(token: string, slug: string): Promise<Access> {
  const found = await withToken(hashToken(token), (tx) =>
    tx.apiToken.findFirst({
      select: {
        id: true,
        name: true,
        role: true,
        expiresAt: true,
        revokedAt: true,
        lastUsedAt: true,
        tenant: { select: tenantFields },
      },
    }),
  );
  if (!found) throw new AppError("UNAUTHENTICATED", "This API token is not known.");
  if (found.revokedAt) throw new AppError("UNAUTHENTICATED", "This API token was revoked.");
  const now = new Date();
  if (found.expiresAt && found.expiresAt <= now)
    throw new AppError("UNAUTHENTICATED", "This API token has expired.");
  if (found.tenant.slug !== slug) throw noTenant(slug);
  const access = grant(found.tenant, { kind: "token", id: found.id, name: found.name }, found.role);
  if (now.getTime() - (found.lastUsedAt?.getTime() ?? 0) > lastUsedGapMs) {
    await withTenant(found.tenant.id, (tx) =>
      tx.apiToken.updateMany({
        where: { id: found.id, tenantId: found.tenant.id },
        data: { lastUsedAt: now },
      }),
    );
  }
  return access;
}
