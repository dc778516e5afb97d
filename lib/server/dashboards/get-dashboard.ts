import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import type { Dashboard } from "@/lib/shared/dashboards/dashboard";
import { getDashboardText } from "./get-dashboard-text";
import { parseStored } from "./parse-stored";

export async function getDashboard(ctx: TenantContext, uid: string): Promise<Dashboard> {
  assertCan(ctx, "dashboard:read");
  const { documentText, ...summary } = await getDashboardText(ctx, uid);
  return { ...summary, document: await parseStored(documentText) };
}
