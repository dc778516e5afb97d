import type { TenantContext } from "@/lib/server/tenants/context";
import { starDashboards } from "./organise/star-dashboards";

/** Sets or takes away the person's own star; setting it twice is no error. */
export async function starDashboard(
  ctx: TenantContext,
  uid: string,
  starred: boolean,
): Promise<{ starred: boolean }> {
  await starDashboards(ctx, { uids: [uid], starred });
  return { starred };
}
