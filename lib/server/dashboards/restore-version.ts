import { withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import type { Dashboard } from "@/lib/shared/dashboards/dashboard";
import { readVersion } from "./get-version";
import { lockDashboard } from "./lock-dashboards";
import { respelt, writeNextVersion } from "./save-dashboard";
import { toStorable } from "./storable-document";

/** Makes an old version the newest: a new version with its document; nothing in between is lost. */
export async function restoreVersion(ctx: TenantContext, uid: string, n: unknown): Promise<Dashboard> {
  assertCan(ctx, "dashboard:write");
  return withTenant(ctx, async (tx) => {
    const row = await lockDashboard(tx, ctx, uid);
    const { document, version } = await readVersion(tx, ctx, uid, n);
    const [stored] = await tx.$queryRaw<{ text: string }[]>`
      SELECT document::text AS text FROM dashboard_versions
      WHERE tenant_id = ${ctx.tenant.id}::uuid AND dashboard_id = ${row.id}::uuid AND version = ${version}`;
    const content = stored ? await toStorable(document, stored.text) : await respelt(tx, ctx, row, document);
    const message = `Restored version ${version}`;
    const action = "dashboard.restore";
    return { ...(await writeNextVersion(tx, ctx, row, { content, message, action })), document };
  });
}
