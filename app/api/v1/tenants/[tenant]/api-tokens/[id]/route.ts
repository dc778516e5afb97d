import { noContent } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";
import { revokeApiToken } from "@/lib/server/tenants/api-tokens";

export const DELETE = tenantRoute<{ id: string }>(async ({ ctx, params }) => {
  await revokeApiToken(ctx, params.id);
  return noContent();
});
