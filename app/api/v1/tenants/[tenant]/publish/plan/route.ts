import { created } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";
import { createPlan } from "@/lib/server/publish/plan/create-plan";

export const POST = tenantRoute(async ({ ctx, body }) => created(await createPlan(ctx, await body())));
