import { z } from "zod";
import { toDocument } from "@/lib/server/dashboards/dashboard-dto";
import type { Tx } from "@/lib/server/db";
import { loadPublications } from "@/lib/server/publish/plan/load-plan-inputs";
import { StoredItem } from "@/lib/server/publish/plan/stored-plan";
import { loadConnectionWithSecret } from "@/lib/server/publish/targets/load-target";
import type { TenantContext } from "@/lib/server/tenants/context";
import type { Json, JsonObject } from "@/lib/shared/json";

/** Everything that applying needs from the database besides the documents. */
export async function loadApplyInputs(
  tx: Tx,
  ctx: TenantContext,
  plan: { targetId: string; items: unknown },
) {
  const { row, connection } = await loadConnectionWithSecret(tx, ctx, plan.targetId);
  const items = z.array(StoredItem).parse(plan.items);
  const uids = items.map(({ uid }) => uid);
  return { target: row, connection, items, last: await loadPublications(tx, ctx, plan.targetId, uids) };
}

/** The very version that was reviewed, or null when it is gone. */
export async function loadPlannedDocument(
  tx: Tx,
  ctx: TenantContext,
  { uid, dashboardVersion }: { uid: string; dashboardVersion: number },
): Promise<JsonObject | null> {
  const tenantId = ctx.tenant.id;
  const row = await tx.dashboardVersion.findFirst({
    where: { tenantId, version: dashboardVersion, dashboard: { tenantId, uid } },
    select: { document: true },
  });
  return row ? toDocument(row.document as Json) : null;
}
