import { ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";
import { checkDrift } from "@/lib/server/publish/drift/check-drift";

/** Asks Grafana now; `publications` tells what was last seen. */
export const GET = tenantRoute(async ({ ctx, query }) =>
  ok({ items: await checkDrift(ctx, Object.fromEntries(query)), nextCursor: null }),
);
