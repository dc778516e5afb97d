import { ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";
import { getUsage } from "@/lib/server/tenants/get-usage";

export const GET = tenantRoute(async ({ ctx }) => ok(await getUsage(ctx)));
