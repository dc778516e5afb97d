import { listTags } from "@/lib/server/dashboards/organise/list-tags";
import { ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";

export const GET = tenantRoute(async ({ ctx }) => ok(await listTags(ctx)));
