import { createDashboard } from "@/lib/server/dashboards/create-dashboard";
import { dashboardFilterOf, listDashboards } from "@/lib/server/dashboards/list-dashboards";
import { maxDocumentBody } from "@/lib/server/dashboards/read-document";
import { readDocumentBody } from "@/lib/server/http/read-document-body";
import { ok, withDocument } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";

export const GET = tenantRoute(async ({ ctx, query }) =>
  ok(await listDashboards(ctx, dashboardFilterOf(query))),
);

export const POST = tenantRoute(
  async ({ ctx, bodyText }) => {
    const { input, text } = await readDocumentBody(await bodyText());
    return withDocument(await createDashboard(ctx, input, text), 201);
  },
  { maxBodyBytes: maxDocumentBody },
);
