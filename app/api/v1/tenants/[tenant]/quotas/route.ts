import { platformRoute } from "@/lib/server/http/platform-route";
import { noContent, ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";
import { changeQuotas } from "@/lib/server/tenants/change-quotas";
import { getUsage } from "@/lib/server/tenants/get-usage";

export const GET = tenantRoute(async ({ ctx }) => ok(await getUsage(ctx)));

export const PUT = platformRoute<{ tenant: string }>(async ({ ctx, params, body }) => {
  await changeQuotas(ctx, params.tenant, await body());
  return noContent();
});
