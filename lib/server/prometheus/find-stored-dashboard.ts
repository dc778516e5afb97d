import { LRUCache } from "lru-cache";
import { withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { readDashboard } from "@/lib/shared/dashboards/read-dashboard";
import type { ReadDashboard } from "@/lib/shared/dashboards/reading-model";
import { toClassicView } from "@/lib/shared/dashboards/schema-v2/to-classic-view";
import { AppError } from "@/lib/shared/errors";
import { isJsonObject } from "@/lib/shared/json";

// A version never changes, so reading it once is enough; the key holds the row's id, which no two tenants share.
const readings = new LRUCache<string, ReadDashboard>({ max: 300 });

/** The reading model of a stored dashboard. Refreshing panels ask for the row's version alone. */
export async function getStoredReading(ctx: TenantContext, uid: string): Promise<ReadDashboard> {
  assertCan(ctx, "dashboard:read");
  const where = { tenantId: ctx.tenant.id, uid };
  return withTenant(ctx, async (tx) => {
    const row = await tx.dashboard.findFirst({ where, select: { id: true, version: true } });
    if (!row) throw notFound(uid);
    const known = readings.get(`${row.id}:${row.version}`);
    if (known) return known;
    const stored = await tx.dashboard.findFirst({
      where,
      select: { id: true, version: true, document: true },
    });
    if (!stored) throw notFound(uid);
    const { document } = stored;
    if (!isJsonObject(document)) throw new AppError("INTERNAL", "The stored dashboard is no JSON object.");
    const reading = readDashboard(toClassicView(document));
    readings.set(`${stored.id}:${stored.version}`, reading);
    return reading;
  });
}

function notFound(uid: string): AppError {
  return new AppError("NOT_FOUND", `There is no dashboard "${uid}" in this tenant.`);
}
