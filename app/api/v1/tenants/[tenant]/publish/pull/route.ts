import { ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";
import { pullDashboard } from "@/lib/server/publish/drift/pull-dashboard";

export const POST = tenantRoute(async ({ ctx, body }) => ok(await pullDashboard(ctx, await body())));
