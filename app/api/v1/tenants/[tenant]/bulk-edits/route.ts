import { applyBulkEdit } from "@/lib/server/dashboards/bulk/apply-bulk-edit";
import { listBulkEdits } from "@/lib/server/dashboards/bulk/list-bulk-edits";
import { created, ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";

export const GET = tenantRoute(async ({ ctx }) => ok(await listBulkEdits(ctx)));

export const POST = tenantRoute(async ({ ctx, body }) => created(await applyBulkEdit(ctx, await body())));
