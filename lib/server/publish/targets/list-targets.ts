import { withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import type { GrafanaTarget } from "@/lib/shared/publish/grafana-target";
import { loadTarget } from "./load-target";
import { toGrafanaTarget } from "./to-grafana-target";

export async function listTargets(ctx: TenantContext): Promise<GrafanaTarget[]> {
  assertCan(ctx, "grafana-target:read");
  const tenantId = ctx.tenant.id;
  const rows = await withTenant(ctx, (tx) =>
    tx.grafanaTarget.findMany({ where: { tenantId }, orderBy: { name: "asc" } }),
  );
  return rows.map(toGrafanaTarget);
}

export async function getTarget(ctx: TenantContext, id: string): Promise<GrafanaTarget> {
  assertCan(ctx, "grafana-target:read");
  return toGrafanaTarget(await withTenant(ctx, (tx) => loadTarget(tx, ctx, id)));
}
