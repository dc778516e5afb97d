import { noContent, ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";
import { changeMember, removeMember } from "@/lib/server/tenants/change-member";

interface Params {
  userId: string;
}

export const PATCH = tenantRoute<Params>(async ({ ctx, params, body }) =>
  ok(await changeMember(ctx, params.userId, await body())),
);

export const DELETE = tenantRoute<Params>(async ({ ctx, params }) => {
  await removeMember(ctx, params.userId);
  return noContent();
});
