import { restoreVersion } from "@/lib/server/dashboards/restore-version";
import { withDocument } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";

export const POST = tenantRoute<{ uid: string; n: string }>(async ({ ctx, params }) =>
  withDocument(await restoreVersion(ctx, params.uid, params.n)),
);
