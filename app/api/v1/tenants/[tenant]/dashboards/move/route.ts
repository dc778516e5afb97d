import { moveDashboards } from "@/lib/server/dashboards/organise/move-dashboards";
import { ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";

export const POST = tenantRoute(async ({ ctx, body }) => ok(await moveDashboards(ctx, await body())));
