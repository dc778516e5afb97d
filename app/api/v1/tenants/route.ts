import { platformRoute } from "@/lib/server/http/platform-route";
import { created, ok } from "@/lib/server/http/responses";
import { userRoute } from "@/lib/server/http/user-route";
import { createTenant } from "@/lib/server/tenants/create-tenant";
import { listMyTenants } from "@/lib/server/tenants/list-my-tenants";
import { listTenants } from "@/lib/server/tenants/list-tenants";

/** One's own tenants; with `?scope=all`, for platform administrators, all of them with their usage. */
export const GET = userRoute(async ({ ctx, query }) =>
  ok(
    query.get("scope") === "all"
      ? await listTenants(ctx)
      : { items: await listMyTenants(ctx.user.id), nextCursor: null },
  ),
);

export const POST = platformRoute(async ({ ctx, body }) => created(await createTenant(ctx, await body())));
