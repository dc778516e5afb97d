import { noContent } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";
import { detachPublication } from "@/lib/server/publish/drift/detach-publication";

export const POST = tenantRoute(async ({ ctx, body }) => {
  await detachPublication(ctx, await body());
  return noContent();
});
