import { deleteDashboard } from "@/lib/server/dashboards/delete-dashboard";
import { getDashboardText } from "@/lib/server/dashboards/get-dashboard-text";
import { maxDocumentBody } from "@/lib/server/dashboards/read-document";
import { saveDashboard } from "@/lib/server/dashboards/save-dashboard";
import { readDocumentBody } from "@/lib/server/http/read-document-body";
import { noContent, withDocument } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";

interface Params {
  uid: string;
}

export const GET = tenantRoute<Params>(async ({ ctx, params }) =>
  withDocument(await getDashboardText(ctx, params.uid)),
);

export const PUT = tenantRoute<Params>(
  async ({ ctx, params, bodyText }) => {
    const { input, text } = await readDocumentBody(await bodyText());
    return withDocument(await saveDashboard(ctx, params.uid, input, text));
  },
  { maxBodyBytes: maxDocumentBody },
);

export const DELETE = tenantRoute<Params>(async ({ ctx, params }) => {
  await deleteDashboard(ctx, params.uid);
  return noContent();
});
