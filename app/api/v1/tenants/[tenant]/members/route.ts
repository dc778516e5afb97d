import { created, ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";
import { addMember } from "@/lib/server/tenants/add-member";
import { listMembers } from "@/lib/server/tenants/list-members";

export const GET = tenantRoute(async ({ ctx }) => ok(await listMembers(ctx)));

export const POST = tenantRoute(async ({ ctx, body }) => created(await addMember(ctx, await body())));
