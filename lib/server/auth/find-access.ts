import { queryUnscoped, withTenant } from "@/lib/server/db";
import { SharedLookup } from "@/lib/server/shared-lookup";
import type { Actor, TenantContext } from "@/lib/server/tenants/context";
import { AppError } from "@/lib/shared/errors";
import type { Role } from "@/lib/shared/tenants/roles";
import { hashToken } from "./api-token-secret";
import { readSessionToken } from "./session-token";

/** Who asks and what they may in one tenant; `requestId` and `ip` are added by the caller. */
export type Access = Pick<TenantContext, "tenant" | "actor" | "role">;

interface TenantColumns {
  tenant_id: string;
  tenant_slug: string;
  tenant_name: string;
  suspended_at: Date | null;
  role: Role;
}

interface ActorColumns {
  actor_id: string;
  actor_name: string;
}

/** Without a membership the columns of the tenant are null. */
type UserRow = ActorColumns & { session_version: number } & (
    | TenantColumns
    | { [Key in keyof TenantColumns]: null }
  );

interface TokenRow extends ActorColumns, TenantColumns {
  expires_at: Date | null;
  revoked_at: Date | null;
  last_used_at: Date | null;
}

const lastUsedGapMs = 60_000;

function noTenant(slug: string): AppError {
  return new AppError("NOT_FOUND", `There is no tenant "${slug}", or you are not a member of it.`);
}

function grant(row: TenantColumns, actor: Actor): Access {
  if (row.suspended_at) {
    throw new AppError(
      "FORBIDDEN",
      `${row.tenant_name} is suspended. Ask a platform administrator to resume it.`,
      { reason: "suspended" },
    );
  }
  return {
    tenant: { id: row.tenant_id, slug: row.tenant_slug, name: row.tenant_name },
    actor,
    role: row.role,
  };
}

const userLookups = new SharedLookup<UserRow | undefined>();
const tokenLookups = new SharedLookup<TokenRow | undefined>();

async function findUserRow(userId: string, slug: string): Promise<UserRow | undefined> {
  const text = "SELECT * FROM find_user_access($1, $2)";
  return (await queryUnscoped<UserRow>("user-access", text, [userId, slug]))[0];
}

async function findTokenRow(hash: string): Promise<TokenRow | undefined> {
  return (await queryUnscoped<TokenRow>("token-access", "SELECT * FROM find_token_access($1)", [hash]))[0];
}

/** @throws AppError UNAUTHENTICATED without a valid session, NOT_FOUND for strangers, FORBIDDEN when suspended. */
export async function getUserAccess(cookie: string | null, slug: string): Promise<Access> {
  const session = await readSessionToken(cookie);
  const row = session
    ? await userLookups.ask(`${session.userId} ${slug}`, () => findUserRow(session.userId, slug))
    : undefined;
  if (!row || row.session_version !== session?.sessionVersion) {
    throw new AppError("UNAUTHENTICATED", "Sign in first.");
  }
  if (row.tenant_id === null) throw noTenant(slug);
  return grant(row, { kind: "user", id: row.actor_id, name: row.actor_name });
}

function assertUsable({ revoked_at, expires_at }: TokenRow, now: Date): void {
  if (revoked_at) throw new AppError("UNAUTHENTICATED", "This API token was revoked.");
  if (expires_at && expires_at <= now) throw new AppError("UNAUTHENTICATED", "This API token has expired.");
}

/** @throws AppError UNAUTHENTICATED for an unknown, expired or revoked token, NOT_FOUND for another tenant's. */
export async function getTokenAccess(token: string, slug: string): Promise<Access> {
  const hash = hashToken(token);
  const row = await tokenLookups.ask(hash, () => findTokenRow(hash));
  if (!row) throw new AppError("UNAUTHENTICATED", "This API token is not known.");
  const now = new Date();
  assertUsable(row, now);
  if (row.tenant_slug !== slug) throw noTenant(slug);
  const access = grant(row, { kind: "token", id: row.actor_id, name: row.actor_name });
  if (now.getTime() - (row.last_used_at?.getTime() ?? 0) > lastUsedGapMs) {
    const where = { id: row.actor_id, tenantId: row.tenant_id };
    await withTenant(row.tenant_id, (tx) => tx.apiToken.updateMany({ where, data: { lastUsedAt: now } }));
  }
  return access;
}
