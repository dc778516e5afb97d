import { changeAnnotation } from "@/lib/server/dashboards/annotations/change-annotation";
import { deleteAnnotation } from "@/lib/server/dashboards/annotations/delete-annotation";
import { noContent, ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";

interface Params {
  id: string;
}

export const PATCH = tenantRoute<Params>(async ({ ctx, params, body }) =>
  ok(await changeAnnotation(ctx, params.id, await body())),
);

export const DELETE = tenantRoute<Params>(async ({ ctx, params }) => {
  await deleteAnnotation(ctx, params.id);
  return noContent();
});
