import { withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";

/** Remembers that the person has opened the dashboard, for the list of those recently seen. */
export async function recordView(ctx: TenantContext, uid: string): Promise<void> {
  assertCan(ctx, "dashboard:read");
  const { tenant, actor } = ctx;
  if (actor.kind !== "user") return;
  await withTenant(
    ctx,
    (tx) => tx.$executeRaw`
      INSERT INTO recent_views (tenant_id, user_id, dashboard_id)
      SELECT tenant_id, ${actor.id}::uuid, id FROM dashboards
      WHERE tenant_id = ${tenant.id}::uuid AND uid = ${uid} AND deleted_at IS NULL
      ON CONFLICT (tenant_id, user_id, dashboard_id) DO UPDATE SET seen_at = now()`,
  );
}
