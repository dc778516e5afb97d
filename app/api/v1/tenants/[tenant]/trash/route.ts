import { listTrash } from "@/lib/server/dashboards/organise/list-trash";
import { ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";

export const GET = tenantRoute(async ({ ctx }) => ok(await listTrash(ctx)));
