import { previewBulkEdit } from "@/lib/server/dashboards/bulk/preview-bulk-edit";
import { ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";

export const POST = tenantRoute(async ({ ctx, body }) => ok(await previewBulkEdit(ctx, await body())));
