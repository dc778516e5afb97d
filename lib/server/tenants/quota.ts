import type { Tx } from "@/lib/server/db";
import { AppError } from "@/lib/shared/errors";
import { type QuotaKey, quotas } from "@/lib/shared/tenants/quotas";
import type { TenantContext } from "./context";
import { type CountedQuota, countUsage } from "./count-usage";

type InTenant = { tenant: Pick<TenantContext["tenant"], "id"> };

/** The limit that holds for the tenant: its own, else the default. */
export async function getQuota(tx: Tx, ctx: InTenant, key: QuotaKey): Promise<number> {
  const own = await tx.quota.findFirst({ where: { tenantId: ctx.tenant.id, key }, select: { limit: true } });
  return own?.limit ?? quotas[key].default;
}

/** Makes creators of the same tenant wait for each other until the transaction ends. */
export async function lockTenant(tx: Tx, ctx: InTenant): Promise<void> {
  await tx.$queryRaw`SELECT id FROM tenants WHERE id = ${ctx.tenant.id}::uuid FOR UPDATE`;
}

function exceeded(key: QuotaKey, limit: number, used: number): AppError {
  return new AppError(
    "QUOTA_EXCEEDED",
    `The quota of ${limit} ${quotas[key].unit} is used up. Remove some, or ask a platform administrator for more.`,
    { quota: key, limit, used },
  );
}

/** Locks the tenant, counts, and refuses what would exceed the quota. Call it before the write it is about. */
export async function assertWithinQuota(tx: Tx, ctx: InTenant, key: CountedQuota, adding = 1): Promise<void> {
  await lockTenant(tx, ctx);
  const limit = await getQuota(tx, ctx, key);
  const used = await countUsage[key](tx, ctx.tenant.id);
  if (used + adding > limit) throw exceeded(key, limit, used);
}

/** For what needs no counting in the database: the panels of one document, say. */
export async function assertSizeWithinQuota(
  tx: Tx,
  ctx: InTenant,
  key: QuotaKey,
  size: number,
): Promise<void> {
  const limit = await getQuota(tx, ctx, key);
  if (size <= limit) return;
  throw new AppError("QUOTA_EXCEEDED", `This has ${size} ${quotas[key].unit}; the quota is ${limit}.`, {
    quota: key,
    limit,
    used: size,
  });
}
