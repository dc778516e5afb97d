import { created, ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";
import { createApiToken, listApiTokens } from "@/lib/server/tenants/api-tokens";

export const GET = tenantRoute(async ({ ctx }) => ok(await listApiTokens(ctx)));

export const POST = tenantRoute(async ({ ctx, body }) => created(await createApiToken(ctx, await body())));
