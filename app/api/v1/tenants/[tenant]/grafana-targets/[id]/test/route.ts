import { hasBody } from "@/lib/server/http/has-body";
import { ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";
import { testTarget } from "@/lib/server/publish/targets/test-target";

/** Without a body: what is saved. With one: the same with these changes. */
export const POST = tenantRoute<{ id: string }>(async ({ ctx, params, request, body }) =>
  ok(await testTarget(ctx, params.id, hasBody(request) ? await body() : {})),
);
