import { tagDashboards } from "@/lib/server/dashboards/organise/tag-dashboards";
import { ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";

export const POST = tenantRoute(async ({ ctx, body }) => ok(await tagDashboards(ctx, await body())));
