import { purgeDashboards } from "@/lib/server/dashboards/organise/purge-dashboards";
import { ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";

export const POST = tenantRoute(async ({ ctx, body }) => ok(await purgeDashboards(ctx, await body())));
