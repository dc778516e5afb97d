import { ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";
import { listHistory } from "@/lib/server/publish/history/list-history";

export const GET = tenantRoute(async ({ ctx, query }) =>
  ok(await listHistory(ctx, Object.fromEntries(query))),
);
