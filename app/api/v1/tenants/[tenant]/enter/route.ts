import { platformRoute } from "@/lib/server/http/platform-route";
import { ok } from "@/lib/server/http/responses";
import { enterTenant } from "@/lib/server/tenants/enter-tenant";

export const POST = platformRoute<{ tenant: string }>(async ({ ctx, params }) =>
  ok(await enterTenant(ctx, params.tenant)),
);
