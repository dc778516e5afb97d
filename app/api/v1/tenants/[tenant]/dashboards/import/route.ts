import { importDashboard } from "@/lib/server/dashboards/import-dashboard";
import { maxDocumentBody } from "@/lib/server/dashboards/read-document";
import { readDocumentBody } from "@/lib/server/http/read-document-body";
import { withDocument } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";

export const POST = tenantRoute(
  async ({ ctx, bodyText }) => {
    const { input, text } = await readDocumentBody(await bodyText());
    const imported = await importDashboard(ctx, input, text);
    return withDocument(imported, imported.outcome === "unchanged" ? 200 : 201);
  },
  { maxBodyBytes: maxDocumentBody },
);
