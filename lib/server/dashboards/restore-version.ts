import { withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import type { SpeltDashboard } from "./get-dashboard-text";
import { readVersion } from "./get-version";
import { lockDashboard } from "./lock-dashboards";
import { parseStored } from "./parse-stored";
import { writeNextVersion } from "./save-dashboard";
import { toStorable } from "./storable-document";

/** Makes an old version the newest: a new version with its document; nothing in between is lost. */
export async function restoreVersion(ctx: TenantContext, uid: string, n: unknown): Promise<SpeltDashboard> {
  assertCan(ctx, "dashboard:write");
  return withTenant(ctx, async (tx) => {
    const row = await lockDashboard(tx, ctx, uid);
    const { documentText, version } = await readVersion(tx, ctx, uid, n);
    const content = await toStorable(await parseStored(documentText), documentText);
    const message = `Restored version ${version}`;
    const action = "dashboard.restore";
    return { ...(await writeNextVersion(tx, ctx, row, { content, message, action })), documentText };
  });
}
