import { pruneAnnotations } from "@/lib/server/dashboards/annotations/prune-annotations";
import { purgeTrash } from "@/lib/server/dashboards/organise/purge-trash";
import { type Tx, withTenant } from "@/lib/server/db";
import { getQuota } from "@/lib/server/tenants/quota";

// Any constant will do, as long as every replica takes the same one.
const lockKey = 7_203_115;

/** A tenant with ten thousands of dashboards. */
const timeoutMs = 120_000;

/**
 * Lets go of what a tenant keeps no longer: of what lay in the trash for too long, and of versions and annotations beyond a
 * quota that was lowered. False where another replica is at it.
 */
export function cleanUpTenant(tenantId: string): Promise<boolean> {
  return withTenant(
    tenantId,
    async (tx) => {
      const [lock] = await tx.$queryRaw<{ held: boolean }[]>`
        SELECT pg_try_advisory_xact_lock(${lockKey}::int, hashtext(${tenantId})) AS held`;
      if (!lock?.held) return false;
      await purgeTrash(tx);
      await pruneVersions(tx, tenantId);
      await pruneAnnotations(tx, tenantId);
      return true;
    },
    timeoutMs,
  );
}

async function pruneVersions(tx: Tx, tenantId: string): Promise<void> {
  const keep = await getQuota(tx, { tenant: { id: tenantId } }, "versionsKept");
  await tx.$queryRaw`
    SELECT prune_dashboard_versions(dashboard_id, ${keep}::int) FROM (
      SELECT dashboard_id FROM dashboard_versions WHERE tenant_id = ${tenantId}::uuid
      GROUP BY dashboard_id HAVING count(*) > ${keep}
    ) many`;
}
