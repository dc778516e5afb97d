import type { Tx } from "@/lib/server/db";
import type { TenantContext } from "@/lib/server/tenants/context";

/** The document as it is stored, letter by letter. */
export async function storedText(tx: Tx, ctx: TenantContext, { id }: { id: string }): Promise<string> {
  const rows = await tx.$queryRaw<{ text: string }[]>`
    SELECT document::text AS text FROM dashboards WHERE tenant_id = ${ctx.tenant.id}::uuid AND id = ${id}::uuid`;
  return rows[0]?.text ?? "{}";
}

/** The document of a version, likewise; null where there is none, or none any more. */
export async function versionText(
  tx: Tx,
  ctx: TenantContext,
  { dashboardId, version }: { dashboardId: string; version: number },
): Promise<string | null> {
  const rows = await tx.$queryRaw<{ text: string }[]>`
    SELECT document::text AS text FROM dashboard_versions
    WHERE tenant_id = ${ctx.tenant.id}::uuid AND dashboard_id = ${dashboardId}::uuid AND version = ${version}`;
  return rows[0]?.text ?? null;
}
