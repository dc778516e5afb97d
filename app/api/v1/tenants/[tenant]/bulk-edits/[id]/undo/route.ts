import { undoBulkEdit } from "@/lib/server/dashboards/bulk/undo-bulk-edit";
import { ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";

export const POST = tenantRoute<{ id: string }>(async ({ ctx, params }) =>
  ok(await undoBulkEdit(ctx, params.id)),
);
