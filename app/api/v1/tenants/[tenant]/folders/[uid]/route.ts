import { changeFolder } from "@/lib/server/dashboards/change-folder";
import { deleteFolder } from "@/lib/server/dashboards/delete-folder";
import { ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";

interface Params {
  uid: string;
}

export const PATCH = tenantRoute<Params>(async ({ ctx, params, body }) =>
  ok(await changeFolder(ctx, params.uid, await body())),
);

export const DELETE = tenantRoute<Params>(async ({ ctx, params, query }) =>
  ok(await deleteFolder(ctx, params.uid, { contents: query.get("contents") ?? undefined })),
);
