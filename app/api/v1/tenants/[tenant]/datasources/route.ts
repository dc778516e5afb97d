import { created, ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";
import { createDatasource } from "@/lib/server/prometheus/create-datasource";
import { listDatasources } from "@/lib/server/prometheus/list-datasources";

export const GET = tenantRoute(async ({ ctx }) => ok(await listDatasources(ctx)));

export const POST = tenantRoute(async ({ ctx, body }) => created(await createDatasource(ctx, await body())));
