import { LRUCache } from "lru-cache";
import { parseStored } from "@/lib/server/dashboards/parse-stored";
import { versionText } from "@/lib/server/dashboards/stored-text";
import { withTenant } from "@/lib/server/db";
import { inTurns } from "@/lib/server/in-turns";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { readDashboardInSteps } from "@/lib/shared/dashboards/read-dashboard";
import type { ReadDashboard } from "@/lib/shared/dashboards/reading-model";
import { toClassicView } from "@/lib/shared/dashboards/schema-v2/to-classic-view";
import { AppError } from "@/lib/shared/errors";
import { readStoredReference } from "@/lib/shared/prometheus/version-reference";

// A version never changes, so reading it once is enough; the key holds the row's id, which no two tenants share.
const readings = new LRUCache<string, ReadDashboard>({ max: 300 });

/** The reading model of a stored dashboard, or of the version that the reference names. Refreshing panels load no document. */
export async function getStoredReading(ctx: TenantContext, reference: string): Promise<ReadDashboard> {
  assertCan(ctx, "dashboard:read");
  const stored = await findStored(ctx, reference);
  if ("known" in stored) return stored.known;
  const document = await parseStored(stored.text);
  const reading = await inTurns(readDashboardInSteps(toClassicView(document)));
  readings.set(stored.key, reading);
  return reading;
}

type Stored = { known: ReadDashboard } | { key: string; text: string };

function findStored(ctx: TenantContext, reference: string): Promise<Stored> {
  const { uid, version } = readStoredReference(reference);
  const tenantId = ctx.tenant.id;
  return withTenant(ctx, async (tx) => {
    const row = await tx.dashboard.findFirst({
      where: { tenantId, uid },
      select: { id: true, version: true },
    });
    if (!row) throw notFound(uid);
    const wanted = { dashboardId: row.id, version: version ?? row.version };
    const known = readings.get(keyOf(wanted));
    if (known) return { known };
    const [stored] =
      wanted.version === row.version
        ? await tx.$queryRaw<{ version: number; text: string }[]>`
            SELECT version, document::text AS text FROM dashboards
            WHERE tenant_id = ${tenantId}::uuid AND id = ${row.id}::uuid`
        : [{ version: wanted.version, text: await versionText(tx, ctx, wanted) }];
    if (!stored || stored.text === null) throw notFound(reference);
    return { key: keyOf({ ...wanted, version: stored.version }), text: stored.text };
  });
}

function keyOf({ dashboardId, version }: { dashboardId: string; version: number }): string {
  return `${dashboardId}:${version}`;
}

function notFound(uid: string): AppError {
  return new AppError("NOT_FOUND", `There is no dashboard "${uid}" in this tenant.`);
}
