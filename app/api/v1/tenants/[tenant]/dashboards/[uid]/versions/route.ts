import { listVersions } from "@/lib/server/dashboards/list-versions";
import { ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";

export const GET = tenantRoute<{ uid: string }>(async ({ ctx, params }) =>
  ok(await listVersions(ctx, params.uid)),
);
