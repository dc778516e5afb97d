import { ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";
import { listTargetDashboards } from "@/lib/server/publish/targets/target-dashboards";

export const GET = tenantRoute<{ id: string }>(async ({ ctx, params }) =>
  ok(await listTargetDashboards(ctx, params.id)),
);
