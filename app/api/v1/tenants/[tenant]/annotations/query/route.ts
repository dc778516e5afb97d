import { ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";
import { queryAnnotations } from "@/lib/server/prometheus/query-annotations";

export const POST = tenantRoute(async ({ ctx, request, body }) =>
  ok(await queryAnnotations(ctx, await body(), request.signal)),
);
