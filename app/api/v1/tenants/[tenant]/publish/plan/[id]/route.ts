import { ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";
import { getPlan } from "@/lib/server/publish/plan/get-plan";

export const GET = tenantRoute<{ id: string }>(async ({ ctx, params }) => ok(await getPlan(ctx, params.id)));
