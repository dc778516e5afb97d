import { ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";
import { listInvitations } from "@/lib/server/tenants/list-members";

export const GET = tenantRoute(async ({ ctx }) => ok(await listInvitations(ctx)));
