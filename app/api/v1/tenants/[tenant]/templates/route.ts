import { listTemplates } from "@/lib/server/dashboards/templates";
import { ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";

export const GET = tenantRoute(async ({ ctx }) => ok(await listTemplates(ctx)));
