import { noContent, ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";
import { deleteTarget } from "@/lib/server/publish/targets/delete-target";
import { getTarget } from "@/lib/server/publish/targets/list-targets";
import { updateTarget } from "@/lib/server/publish/targets/update-target";

type Params = { id: string };

export const GET = tenantRoute<Params>(async ({ ctx, params }) => ok(await getTarget(ctx, params.id)));

export const PUT = tenantRoute<Params>(async ({ ctx, params, body }) =>
  ok(await updateTarget(ctx, params.id, await body())),
);

export const DELETE = tenantRoute<Params>(async ({ ctx, params }) => {
  await deleteTarget(ctx, params.id);
  return noContent();
});
