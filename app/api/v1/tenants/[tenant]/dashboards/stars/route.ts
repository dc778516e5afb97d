import { starDashboards } from "@/lib/server/dashboards/organise/star-dashboards";
import { ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";

export const POST = tenantRoute(async ({ ctx, body }) => ok(await starDashboards(ctx, await body())));
