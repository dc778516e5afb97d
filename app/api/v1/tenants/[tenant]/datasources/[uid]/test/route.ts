import { ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";
import { testDatasource } from "@/lib/server/prometheus/test-datasource";

export const POST = tenantRoute<{ uid: string }>(async ({ ctx, params, request, body }) =>
  ok(await testDatasource(ctx, params.uid, request.body ? await body() : {})),
);
