import { getVersion } from "@/lib/server/dashboards/get-version";
import { withDocument } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";

export const GET = tenantRoute<{ uid: string; n: string }>(async ({ ctx, params }) =>
  withDocument(await getVersion(ctx, params.uid, params.n)),
);
