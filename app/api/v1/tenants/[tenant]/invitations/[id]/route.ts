import { noContent } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";
import { revokeInvitation } from "@/lib/server/tenants/revoke-invitation";

export const DELETE = tenantRoute<{ id: string }>(async ({ ctx, params }) => {
  await revokeInvitation(ctx, params.id);
  return noContent();
});
