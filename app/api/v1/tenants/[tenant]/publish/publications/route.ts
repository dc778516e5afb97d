import { ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";
import { listPublications } from "@/lib/server/publish/drift/list-publications";

export const GET = tenantRoute(async ({ ctx, query }) =>
  ok({ items: await listPublications(ctx, Object.fromEntries(query)), nextCursor: null }),
);
