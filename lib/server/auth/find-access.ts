import { queryUnscoped, withTenant } from "@/lib/server/db";
import { SharedLookup } from "@/lib/server/shared-lookup";
import type { Actor, TenantContext } from "@/lib/server/tenants/context";
import { nobody } from "@/lib/server/tenants/person-of";
import { AppError } from "@/lib/shared/errors";
import type { Role } from "@/lib/shared/tenants/roles";
import { hashToken } from "./api-token-secret";
import { readSessionToken } from "./session-token";

/** Who asks and what they may in one tenant; `requestId` and `ip` are added by the caller. */
export type Access = Pick<TenantContext, "tenant" | "actor" | "role" | "queryFacts">;

interface AccessOptions {
  /** Reads the tenant's datasources and limits in the same query. */
  withQueryFacts?: boolean;
}

interface TenantColumns {
  tenant_id: string;
  tenant_slug: string;
  tenant_name: string;
  suspended_at: Date | null;
  role: Role;
  query_facts?: unknown;
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
    ...(row.query_facts ? { queryFacts: row.query_facts } : {}),
  };
}

const userLookups = new SharedLookup<UserRow | undefined>();
const tokenLookups = new SharedLookup<TokenRow | undefined>();

/** The functions' rows, with the facts of queries beside them. */
function select(access: string, { withQueryFacts }: AccessOptions): string {
  if (!withQueryFacts) return `SELECT * FROM ${access}`;
  return `SELECT access.*, to_jsonb(facts) AS query_facts
    FROM ${access} access LEFT JOIN LATERAL find_query_context(access.tenant_id) facts ON true`;
}

const named = (name: string, { withQueryFacts }: AccessOptions) => (withQueryFacts ? `${name}-facts` : name);

async function findUserRow(
  userId: string,
  slug: string,
  options: AccessOptions,
): Promise<UserRow | undefined> {
  const text = select("find_user_access($1, $2)", options);
  return (await queryUnscoped<UserRow>(named("user-access", options), text, [userId, slug]))[0];
}

async function findTokenRow(hash: string, options: AccessOptions): Promise<TokenRow | undefined> {
  const text = select("find_token_access($1)", options);
  return (await queryUnscoped<TokenRow>(named("token-access", options), text, [hash]))[0];
}

/** @throws AppError UNAUTHENTICATED without a valid session, NOT_FOUND for strangers, FORBIDDEN when suspended. */
export async function getUserAccess(
  cookie: string | null,
  slug: string,
  options: AccessOptions = {},
): Promise<Access> {
  const session = await readSessionToken(cookie);
  const row = session
    ? await userLookups.ask(named(`${session.userId} ${slug}`, options), () =>
        findUserRow(session.userId, slug, options),
      )
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
export async function getTokenAccess(
  token: string,
  slug: string,
  options: AccessOptions = {},
): Promise<Access> {
  const hash = hashToken(token);
  const row = await tokenLookups.ask(named(hash, options), () => findTokenRow(hash, options));
  if (!row) throw new AppError("UNAUTHENTICATED", "This API token is not known.");
  const now = new Date();
  assertUsable(row, now);
  if (row.tenant_slug !== slug) throw noTenant(slug);
  const access = grant(row, { kind: "token", id: row.actor_id, name: row.actor_name });
  if (now.getTime() - (row.last_used_at?.getTime() ?? 0) > lastUsedGapMs) {
    await noteUse({ id: row.actor_id, tenantId: row.tenant_id }, now);
  }
  return access;
}

async function noteUse(token: { id: string; tenantId: string }, now: Date): Promise<void> {
  await withTenant(token.tenantId, (tx) =>
    tx.apiToken.updateMany({ where: token, data: { lastUsedAt: now } }),
  );
}

/**
 * Notes the use of nobody's token: the first write of a process loads and compiles what speaks to the database, which
 * would hold up the first request and all beside it.
 */
export async function warmAccess(): Promise<void> {
  await noteUse({ id: nobody, tenantId: nobody }, new Date());
}
