import { getTemplate } from "@/lib/server/dashboards/templates";
import { ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";

export const GET = tenantRoute<{ uid: string }>(async ({ ctx, params }) =>
  ok(await getTemplate(ctx, params.uid)),
);
