import type { Tx } from "@/lib/server/db";
import type { TenantContext } from "@/lib/server/tenants/context";
import type { SearchEntry } from "@/lib/shared/dashboards/search/read-search-entry";

/** Keeps what the search knows of a dashboard, in the transaction that changes it. */
export async function writeSearchEntry(
  tx: Tx,
  ctx: TenantContext,
  dashboardId: string,
  { text, expressions, panels, metrics }: SearchEntry,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO dashboard_search (tenant_id, dashboard_id, text, expressions, panels, metrics)
    VALUES (${ctx.tenant.id}::uuid, ${dashboardId}::uuid, ${text}, ${expressions}, ${JSON.stringify(panels)}::jsonb, ${metrics})
    ON CONFLICT (tenant_id, dashboard_id) DO UPDATE
    SET text = excluded.text, expressions = excluded.expressions, panels = excluded.panels, metrics = excluded.metrics`;
}
