import { ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";
import { testNewDatasource } from "@/lib/server/prometheus/test-datasource";

export const POST = tenantRoute(async ({ ctx, body }) => ok(await testNewDatasource(ctx, await body())));
