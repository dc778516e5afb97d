import { ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";
import { findVariableNames } from "@/lib/server/prometheus/variables/find-variable-names";

export const POST = tenantRoute(async ({ ctx, body, request }) =>
  ok(await findVariableNames(ctx, await body(), request.signal)),
);
