import { withDocument } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";
import { getTargetDashboard } from "@/lib/server/publish/targets/target-dashboards";

export const GET = tenantRoute<{ id: string; uid: string }>(async ({ ctx, params }) =>
  withDocument(await getTargetDashboard(ctx, params.id, params.uid)),
);
