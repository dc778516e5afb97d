import { ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";
import { testNewTarget } from "@/lib/server/publish/targets/test-target";

export const POST = tenantRoute(async ({ ctx, body }) => ok(await testNewTarget(ctx, await body())));
