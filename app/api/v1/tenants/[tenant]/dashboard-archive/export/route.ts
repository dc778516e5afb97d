import { exportArchive } from "@/lib/server/dashboards/archive/export-archive";
import { zipResponse } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";

export const POST = tenantRoute(async ({ ctx, body }) => zipResponse(await exportArchive(ctx, await body())));
