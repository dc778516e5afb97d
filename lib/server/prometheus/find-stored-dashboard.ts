import { LRUCache } from "lru-cache";
import { withTenant } from "@/lib/server/db";
import { ownTurn } from "@/lib/server/own-turn";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { readDashboard } from "@/lib/shared/dashboards/read-dashboard";
import type { ReadDashboard } from "@/lib/shared/dashboards/reading-model";
import { toClassicView } from "@/lib/shared/dashboards/schema-v2/to-classic-view";
import { AppError } from "@/lib/shared/errors";
import { isJsonObject } from "@/lib/shared/json";
import { readStoredReference } from "@/lib/shared/prometheus/version-reference";

// A version never changes, so reading it once is enough; the key holds the row's id, which no two tenants share.
const readings = new LRUCache<string, ReadDashboard>({ max: 300 });

/** The reading model of a stored dashboard, or of the version that the reference names. Refreshing panels load no document. */
export async function getStoredReading(ctx: TenantContext, reference: string): Promise<ReadDashboard> {
  assertCan(ctx, "dashboard:read");
  const stored = await findStored(ctx, reference);
  if ("known" in stored) return stored.known;
  if (!isJsonObject(stored.document))
    throw new AppError("INTERNAL", "The stored dashboard is no JSON object.");
  // To have parsed a long one has taken a turn by itself.
  await ownTurn();
  const reading = readDashboard(toClassicView(stored.document));
  readings.set(stored.key, reading);
  return reading;
}

type Stored = { known: ReadDashboard } | { key: string; document: unknown };

function findStored(ctx: TenantContext, reference: string): Promise<Stored> {
  const { uid, version } = readStoredReference(reference);
  return withTenant(ctx, async (tx) => {
    const row = await tx.dashboard.findFirst({
      where: { tenantId: ctx.tenant.id, uid },
      select: { id: true, version: true },
    });
    if (!row) throw notFound(uid);
    const wanted = { dashboardId: row.id, version: version ?? row.version };
    const key = keyOf(wanted);
    const known = readings.get(key);
    if (known) return { known };
    const tenantId = ctx.tenant.id;
    const stored =
      wanted.version === row.version
        ? await tx.dashboard.findFirst({ where: { tenantId, id: row.id }, select: { document: true } })
        : await tx.dashboardVersion.findFirst({ where: { tenantId, ...wanted }, select: { document: true } });
    if (!stored) throw notFound(reference);
    return { key, document: stored.document };
  });
}

function keyOf({ dashboardId, version }: { dashboardId: string; version: number }): string {
  return `${dashboardId}:${version}`;
}

function notFound(uid: string): AppError {
  return new AppError("NOT_FOUND", `There is no dashboard "${uid}" in this tenant.`);
}
