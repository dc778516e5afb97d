import { ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";
import { applyPlan } from "@/lib/server/publish/apply/apply-plan";

export const POST = tenantRoute(async ({ ctx, body }) => ok(await applyPlan(ctx, await body())));
