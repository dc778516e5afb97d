import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { Prisma, PrismaClient } from "@/generated/prisma/client";
import type { Role } from "@/lib/shared/tenants/roles";
import { mapDatabaseError } from "./db-errors";
import { databaseUrl } from "./env";

// Secrets are left out unless a query names them (`select`, or `omit: { x: false }`).
const secrets = {
  user: { passwordHash: true },
  apiToken: { hash: true },
  invitation: { tokenHash: true },
  datasource: { headersEncrypted: true },
  grafanaTarget: { credentialsEncrypted: true },
} as const;

type Client = PrismaClient<never, typeof secrets>;

/** The client inside a transaction, with the scope set. */
export type Tx = Omit<Client, "$connect" | "$disconnect" | "$extends" | "$on" | "$transaction" | "$use">;

interface Scope {
  tenantId?: string;
  role?: Role;
  trash?: "on";
  userId?: string;
  platform?: "on";
  tokenHash?: string;
}

interface Connection {
  pool: pg.Pool;
  prisma: Client;
}

// Kept outside the module, because a development server loads modules again and again.
const holder: { panelsmithDatabase?: Connection } & typeof globalThis = globalThis;

/** How long a request waits for its connection before it is told that the database cannot be reached. */
const patienceMs = 15_000;
/** One that vanishes without a word, by a fail-over say, would be waited for until TCP gives up, a quarter of an hour later. */
const longestQueryMs = 60_000;
/** What is asked with every request takes a millisecond. */
const longestLookupMs = 10_000;

function connect(): Connection {
  const pool = new pg.Pool({
    connectionString: databaseUrl(),
    // The owner of the tables would see every tenant; this role owns nothing.
    options: "-c role=panelsmith_app",
    max: 20,
    // It counts the wait for a connection that others hold, too, and a busy machine makes that long; where there is no
    // database at all, connecting is refused at once.
    connectionTimeoutMillis: patienceMs,
    query_timeout: longestQueryMs,
    keepAlive: true,
    idleTimeoutMillis: 30_000,
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => undefined);
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, { disposeExternalPool: true }),
    transactionOptions: { maxWait: patienceMs },
    omit: secrets,
  });
  return { pool, prisma };
}

function connection(): Connection {
  holder.panelsmithDatabase ??= connect();
  return holder.panelsmithDatabase;
}

async function transaction<T>(scope: Scope, work: (tx: Tx) => Promise<T>, timeoutMs = 20_000): Promise<T> {
  const { tenantId = "", role = "", trash = "", userId = "", platform = "", tokenHash = "" } = scope;
  try {
    return await connection().prisma.$transaction(
      async (tx) => {
        await tx.$executeRaw(Prisma.sql`SELECT
        set_config('app.tenant_id', ${tenantId}, true), set_config('app.role', ${role}, true),
        set_config('app.trash', ${trash}, true), set_config('app.user_id', ${userId}, true),
        set_config('app.platform', ${platform}, true), set_config('app.token_hash', ${tokenHash}, true)`);
        return await work(tx);
      },
      { timeout: timeoutMs },
    );
  } catch (error) {
    throw mapDatabaseError(error);
  }
}

/** Who asks: a verb's context is one. */
interface TenantScope {
  tenant: { id: string };
  role: Role;
}

/**
 * One transaction in which only the rows of this tenant can be seen or written. Keep network calls outside.
 * With the context of a verb it sees no folder or dashboard that is closed to the role; with the bare id of a tenant, which
 * is for the console's own work, it sees them all.
 */
export function withTenant<T>(
  scope: string | TenantScope,
  work: (tx: Tx) => Promise<T>,
  /** For what writes hundreds of rows at once. */
  timeoutMs?: number,
): Promise<T> {
  if (typeof scope === "string") return transaction({ tenantId: scope }, work, timeoutMs);
  return transaction({ tenantId: scope.tenant.id, role: scope.role }, work, timeoutMs);
}

/** The same for the verbs of the trash: nobody else sees what lies in it. */
export function withTrash<T>(
  { tenant, role }: TenantScope,
  work: (tx: Tx) => Promise<T>,
  timeoutMs?: number,
): Promise<T> {
  return transaction({ tenantId: tenant.id, role, trash: "on" }, work, timeoutMs);
}

/** One transaction that sees a person's own memberships and their tenants, and nothing inside those. */
export function withUser<T>(userId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction({ userId }, work);
}

/** One transaction for platform administrators: all tenants, memberships, quotas and audit, no content. */
export function withPlatform<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction({ platform: "on" }, work);
}

/** One transaction that finds the API token or invitation of this hash, and its tenant. */
export function withToken<T>(tokenHash: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction({ tokenHash }, work);
}

/**
 * One prepared query outside any transaction and scope, for what is asked with every request. It sees no row of a tenant
 * but through functions made for it.
 */
export async function queryUnscoped<Row extends pg.QueryResultRow>(
  name: string,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  const query = { name, text, values, query_timeout: longestLookupMs };
  try {
    return (await connection().pool.query<Row>(query)).rows;
  } catch (error) {
    throw mapDatabaseError(error);
  }
}

/** The same pool for what is not Prisma's, the rate limiter say. Its role sees no tenant table without a scope. */
export function databasePool(): pg.Pool {
  return connection().pool;
}

export async function closeDatabase(): Promise<void> {
  await holder.panelsmithDatabase?.prisma.$disconnect();
  holder.panelsmithDatabase = undefined;
}
