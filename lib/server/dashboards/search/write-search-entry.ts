import type { Tx } from "@/lib/server/db";
import type { TenantContext } from "@/lib/server/tenants/context";
import { toClassicView } from "@/lib/shared/dashboards/schema-v2/to-classic-view";
import { readSearchEntry } from "@/lib/shared/dashboards/search/read-search-entry";
import type { JsonObject } from "@/lib/shared/json";

/** Keeps what the search knows of a dashboard, in the transaction that changes it. */
export async function writeSearchEntry(
  tx: Tx,
  ctx: TenantContext,
  dashboardId: string,
  document: JsonObject,
  facts: { title: string; tags: string[] },
): Promise<void> {
  const { text, expressions, panels, metrics } = readSearchEntry(toClassicView(document), facts);
  await tx.$executeRaw`
    INSERT INTO dashboard_search (tenant_id, dashboard_id, text, expressions, panels, metrics)
    VALUES (${ctx.tenant.id}::uuid, ${dashboardId}::uuid, ${text}, ${expressions}, ${JSON.stringify(panels)}::jsonb, ${metrics})
    ON CONFLICT (tenant_id, dashboard_id) DO UPDATE
    SET text = excluded.text, expressions = excluded.expressions, panels = excluded.panels, metrics = excluded.metrics`;
}
