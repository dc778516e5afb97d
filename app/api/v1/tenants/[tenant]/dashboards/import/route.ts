import { importDashboard } from "@/lib/server/dashboards/import-dashboard";
import { maxDocumentBody } from "@/lib/server/dashboards/read-document";
import { created } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";

export const POST = tenantRoute(async ({ ctx, body }) => created(await importDashboard(ctx, await body())), {
  maxBodyBytes: maxDocumentBody,
});
