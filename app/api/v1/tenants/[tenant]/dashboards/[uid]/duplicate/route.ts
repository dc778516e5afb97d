import { duplicateDashboard } from "@/lib/server/dashboards/organise/duplicate-dashboard";
import { withDocument } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";

export const POST = tenantRoute<{ uid: string }>(async ({ ctx, params, body }) =>
  withDocument(await duplicateDashboard(ctx, params.uid, await body()), 201),
);
