import type { Tx } from "@/lib/server/db";
import type { QueryQuotaKey, QuotaKey } from "@/lib/shared/tenants/quotas";

export type CountedQuota = Exclude<
  QuotaKey,
  "panelsPerDashboard" | "queriesPerMinute" | "versionsKept" | "annotationsKept" | QueryQuotaKey
>;

/** How each counted quota is counted; a new one without a counter does not compile. */
export const countUsage: Record<CountedQuota, (tx: Tx, tenantId: string) => Promise<number>> = {
  dashboards: async (tx) => {
    const rows = await tx.$queryRaw<{ count: bigint }[]>`SELECT count_dashboards() AS count`;
    return Number(rows[0]?.count ?? 0);
  },
  members: async (tx, tenantId) => {
    const open = { tenantId, acceptedAt: null, expiresAt: { gt: new Date() } };
    return (
      (await tx.membership.count({ where: { tenantId } })) + (await tx.invitation.count({ where: open }))
    );
  },
  datasources: (tx, tenantId) => tx.datasource.count({ where: { tenantId } }),
  grafanaTargets: (tx, tenantId) => tx.grafanaTarget.count({ where: { tenantId } }),
  apiTokens: (tx, tenantId) =>
    tx.apiToken.count({
      where: { tenantId, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }] },
    }),
};
