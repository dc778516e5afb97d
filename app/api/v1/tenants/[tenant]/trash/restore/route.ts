import { restoreDashboards } from "@/lib/server/dashboards/organise/restore-dashboards";
import { ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";

export const POST = tenantRoute(async ({ ctx, body }) => ok(await restoreDashboards(ctx, await body())));
