import { exportArchive } from "@/lib/server/dashboards/archive/export-archive";
import { importArchive } from "@/lib/server/dashboards/archive/import-archive";
import { ndjson } from "@/lib/server/http/ndjson";
import { readZipBody } from "@/lib/server/http/read-zip-body";
import { zipResponse } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";

export const GET = tenantRoute(async ({ ctx, query }) => {
  const chosen = {
    folder: query.get("folder"),
    uids: query.has("uid") ? query.getAll("uid") : undefined,
    format: query.get("format") ?? "json",
  };
  return zipResponse(await exportArchive(ctx, chosen));
});

export const POST = tenantRoute(async ({ ctx, query, request }) => {
  const input = { folderUid: query.get("folder"), overwrite: query.get("overwrite") === "true" };
  return ndjson(importArchive(ctx, input, readZipBody(request)));
});
