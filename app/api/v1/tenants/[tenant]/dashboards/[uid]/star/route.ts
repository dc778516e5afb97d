import { starDashboard } from "@/lib/server/dashboards/star-dashboard";
import { ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";

interface Params {
  uid: string;
}

export const PUT = tenantRoute<Params>(async ({ ctx, params }) =>
  ok(await starDashboard(ctx, params.uid, true)),
);

export const DELETE = tenantRoute<Params>(async ({ ctx, params }) =>
  ok(await starDashboard(ctx, params.uid, false)),
);
