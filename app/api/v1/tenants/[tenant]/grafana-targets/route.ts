import { created, ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";
import { createTarget } from "@/lib/server/publish/targets/create-target";
import { listTargets } from "@/lib/server/publish/targets/list-targets";

export const GET = tenantRoute(async ({ ctx }) => ok({ items: await listTargets(ctx), nextCursor: null }));

export const POST = tenantRoute(async ({ ctx, body }) => created(await createTarget(ctx, await body())));
