import { deleteDashboard } from "@/lib/server/dashboards/delete-dashboard";
import { getDashboard } from "@/lib/server/dashboards/get-dashboard";
import { maxDocumentBody } from "@/lib/server/dashboards/read-document";
import { saveDashboard } from "@/lib/server/dashboards/save-dashboard";
import { noContent, ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";

interface Params {
  uid: string;
}

export const GET = tenantRoute<Params>(async ({ ctx, params }) => ok(await getDashboard(ctx, params.uid)));

export const PUT = tenantRoute<Params>(
  async ({ ctx, params, body }) => ok(await saveDashboard(ctx, params.uid, await body())),
  { maxBodyBytes: maxDocumentBody },
);

export const DELETE = tenantRoute<Params>(async ({ ctx, params }) => {
  await deleteDashboard(ctx, params.uid);
  return noContent();
});
