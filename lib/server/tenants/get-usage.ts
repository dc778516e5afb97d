import { withTenant } from "@/lib/server/db";
import { type QuotaUsage, quotaKeys, quotas } from "@/lib/shared/tenants/quotas";
import { assertCan, type TenantContext } from "./context";
import { countUsage } from "./count-usage";
import { queriesThisMinute } from "./query-rate";

/** Every quota of the tenant with its limit and, where something is counted, how much is used. */
export async function getUsage(ctx: TenantContext): Promise<{ items: QuotaUsage[]; nextCursor: null }> {
  assertCan(ctx, "quota:read");
  const tenantId = ctx.tenant.id;
  const queries = await queriesThisMinute(tenantId);
  const items = await withTenant(ctx, async (tx) => {
    const own = new Map(
      (await tx.quota.findMany({ where: { tenantId } })).map(({ key, limit }) => [key, limit]),
    );
    const rows: QuotaUsage[] = [];
    for (const key of quotaKeys) {
      const { label, unit, default: fallback } = quotas[key];
      const counted =
        key in countUsage ? await countUsage[key as keyof typeof countUsage](tx, tenantId) : null;
      const used = key === "queriesPerMinute" ? queries : counted;
      rows.push({ key, label, unit, limit: own.get(key) ?? fallback, isDefault: !own.has(key), used });
    }
    return rows;
  });
  return { items, nextCursor: null };
}
