import { trashDashboards } from "@/lib/server/dashboards/organise/trash-dashboards";
import { ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";

export const POST = tenantRoute(async ({ ctx, body }) => ok(await trashDashboards(ctx, await body())));
