import { createFolder } from "@/lib/server/dashboards/create-folder";
import { listFolders } from "@/lib/server/dashboards/list-folders";
import { created, ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";

export const GET = tenantRoute(async ({ ctx }) => ok(await listFolders(ctx)));

export const POST = tenantRoute(async ({ ctx, body }) => created(await createFolder(ctx, await body())));
