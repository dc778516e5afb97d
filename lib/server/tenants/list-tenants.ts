import { withPlatform } from "@/lib/server/db";
import { type QuotaUsage, quotaKeys, quotas } from "@/lib/shared/tenants/quotas";
import type { PlatformTenant } from "@/lib/shared/tenants/tenant";
import type { CountedQuota } from "./count-usage";
import { assertPlatformAdmin, type PlatformContext } from "./platform-context";
import { queriesThisMinute } from "./query-rate";

interface UsageRow {
  tenant_id: string;
  dashboards: bigint;
  datasources: bigint;
  api_tokens: bigint;
  members: bigint;
  grafana_targets: bigint;
}

const columnOf: Record<CountedQuota, Exclude<keyof UsageRow, "tenant_id">> = {
  dashboards: "dashboards",
  members: "members",
  datasources: "datasources",
  grafanaTargets: "grafana_targets",
  apiTokens: "api_tokens",
};

function isCounted(key: string): key is CountedQuota {
  return key in columnOf;
}

function usageOf(row: UsageRow | undefined, own: Map<string, number>, queries: number): QuotaUsage[] {
  return quotaKeys.map((key) => ({
    key,
    label: quotas[key].label,
    unit: quotas[key].unit,
    limit: own.get(key) ?? quotas[key].default,
    isDefault: !own.has(key),
    used: key === "queriesPerMinute" ? queries : isCounted(key) ? Number(row?.[columnOf[key]] ?? 0) : null,
  }));
}

/** All tenants with how much each has used; counted by the database, which shows no row of theirs. */
export async function readTenantUsage(): Promise<PlatformTenant[]> {
  const { tenants, rows } = await withPlatform(async (tx) => ({
    tenants: await tx.tenant.findMany({ orderBy: { name: "asc" }, include: { quotas: true } }),
    rows: await tx.$queryRaw<UsageRow[]>`SELECT * FROM count_tenant_usage()`,
  }));
  const byTenant = new Map(rows.map((row) => [row.tenant_id, row]));
  return Promise.all(
    tenants.map(async (tenant) => {
      const own = new Map(tenant.quotas.map(({ key, limit }) => [key, limit]));
      return {
        slug: tenant.slug,
        name: tenant.name,
        suspended: tenant.suspendedAt !== null,
        createdAt: tenant.createdAt.toISOString(),
        usage: usageOf(byTenant.get(tenant.id), own, await queriesThisMinute(tenant.id)),
      };
    }),
  );
}

export async function listTenants(
  ctx: PlatformContext,
): Promise<{ items: PlatformTenant[]; nextCursor: null }> {
  assertPlatformAdmin(ctx);
  return { items: await readTenantUsage(), nextCursor: null };
}
