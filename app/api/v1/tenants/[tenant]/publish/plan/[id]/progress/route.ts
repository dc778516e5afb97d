import { ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";
import { getProgress } from "@/lib/server/publish/plan/get-plan";

/** The plan's result without its items, for those who ask often. */
export const GET = tenantRoute<{ id: string }>(async ({ ctx, params }) =>
  ok({ result: await getProgress(ctx, params.id) }),
);
