import { platformRoute } from "@/lib/server/http/platform-route";
import { ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";
import { changeTenant } from "@/lib/server/tenants/change-tenant";

export const GET = tenantRoute(async ({ ctx: { tenant, role } }) =>
  ok({ slug: tenant.slug, name: tenant.name, role, suspended: false }),
);

export const PATCH = platformRoute<{ tenant: string }>(async ({ ctx, params, body }) =>
  ok(await changeTenant(ctx, params.tenant, await body())),
);
